package dev.legato.plugins.serdes.record;

import dev.legato.plugin.Inline;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.formula.Aggregate;
import dev.legato.plugins.serdes.formula.FormulaException;
import dev.legato.plugins.serdes.formula.Total;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Adds up groups of records. */
@TaskType(
    value = "io.kestra.plugin.transform.Aggregate",
    title = "Makes one record of each group of records.",
    description =
        """
        Groups come in the order in which they were first seen, and are held in memory.

        ```yaml
        id: byCity
        type: io.kestra.plugin.transform.Aggregate
        from: "{{ outputs.orders.uri }}"
        groupBy: [city]
        aggregates:
          orders: count()
          total:
            expr: sum(price * quantity)
            type: DECIMAL
        ```
        """)
public record AggregateRecords(
    @Property("Records, or a file of them in Ion.") Object from,
    @Property("Fields whose values tell groups apart.") List<String> groupBy,
    @Property(
            "By field: `count()`, `sum(…)`, `avg(…)`, `min(…)`, `max(…)`, `first(…)` or `last(…)`,"
                + " or a map with `expr` and `type`.")
        Map<String, Object> aggregates,
    @Property(
            value = "When a formula has no value: `FAIL`, `SKIP` the record, or `NULL`.",
            defaultValue = "FAIL")
        OnError onError,
    @Inline Destination.Options output)
    implements Task<Destination.Result> {
  private static final int MOST_GROUPS = 1_000_000;

  /** What is to be made of a group. */
  private record Wanted(String name, Aggregate aggregate, @Nullable FieldType type) {}

  @Override
  public Destination.Result run(TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    List<Wanted> wanted = wanted();
    Map<List<@Nullable Object>, List<Total>> groups = new LinkedHashMap<>();
    var tally = new Tally();
    try (Records records = Records.open(from, context);
        Destination destination = output.begin(Records.isFile(from), context)) {
      for (var record = records.next(); record != null; record = records.next()) {
        tally.begin();
        add(record, wanted, groups, tally);
      }
      for (Map.Entry<List<@Nullable Object>, List<Total>> group : groups.entrySet()) {
        Map<String, @Nullable Object> made = made(group, wanted, tally);
        if (made != null) {
          destination.add(made);
        }
      }
      tally.count(context);
      context.count("groups", groups.size(), Map.of());
      return destination.keep();
    }
  }

  private List<Wanted> wanted() throws TaskFailure {
    List<Wanted> wanted = new ArrayList<>();
    for (Map.Entry<String, Object> entry : aggregates.entrySet()) {
      String name = entry.getKey();
      Field.Definition definition = Field.Definition.of(name, entry.getValue());
      try {
        Aggregate aggregate =
            Aggregate.parse(definition.text())
                .orElseThrow(
                    () ->
                        new FormulaException(
                            "use count(), sum(x), avg(x), min(x), max(x),"
                                + " first(x) or last(x)"));
        wanted.add(new Wanted(name, aggregate, definition.type()));
      } catch (FormulaException e) {
        throw Field.malformed("the field '" + name + "'", definition.text(), e);
      }
    }
    return wanted;
  }

  private void add(
      Map<String, @Nullable Object> record,
      List<Wanted> wanted,
      Map<List<@Nullable Object>, List<Total>> groups,
      Tally tally)
      throws TaskFailure {
    List<@Nullable Object> values = values(record, wanted, tally);
    if (values == null) {
      return;
    }
    List<@Nullable Object> key = new ArrayList<>();
    groupBy.forEach(name -> key.add(record.get(name)));
    List<Total> totals =
        groups.computeIfAbsent(key, _ -> wanted.stream().map(_ -> new Total()).toList());
    if (groups.size() > MOST_GROUPS) {
      throw new TaskFailure("There are more than %,d groups.".formatted(MOST_GROUPS));
    }
    for (int i = 0; i < wanted.size(); i++) {
      totals.get(i).add(values.get(i));
    }
  }

  /** What a record adds to each total of its group; null when it is to be left out. */
  private @Nullable List<@Nullable Object> values(
      Map<String, @Nullable Object> record, List<Wanted> wanted, Tally tally) throws TaskFailure {
    List<@Nullable Object> values = new ArrayList<>(wanted.size());
    FormulaException failure = null;
    for (Wanted each : wanted) {
      try {
        values.add(each.aggregate().valueOf(record));
      } catch (FormulaException e) {
        failure = e;
        values.add(null);
      }
    }
    if (failure != null) {
      tally.failed(onError, failure);
    }
    return failure != null && onError == OnError.SKIP ? null : values;
  }

  private @Nullable Map<String, @Nullable Object> made(
      Map.Entry<List<@Nullable Object>, List<Total>> group, List<Wanted> wanted, Tally tally)
      throws TaskFailure {
    Map<String, @Nullable Object> made = new LinkedHashMap<>();
    for (int i = 0; i < groupBy.size(); i++) {
      made.put(groupBy.get(i), group.getKey().get(i));
    }
    String what = "Group " + made;
    for (int i = 0; i < wanted.size(); i++) {
      Wanted each = wanted.get(i);
      Object value = null;
      try {
        value = each.aggregate().of(group.getValue().get(i));
        value = value == null || each.type() == null ? value : Field.converted(value, each.type());
      } catch (FormulaException e) {
        tally.failed(onError, what, e);
        if (onError == OnError.SKIP) {
          return null;
        }
      }
      made.put(each.name(), value);
    }
    return made;
  }
}
