package dev.legato.plugins.serdes.record;

import dev.legato.plugin.Inline;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.formula.FormulaException;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts records of several inputs side by side. */
@TaskType(
    value = "io.kestra.plugin.transform.Select",
    title = "Joins the records of several inputs row by row, and chooses fields of them.",
    description =
        """
        `$1.name` is a field of the first input, `name` that of the last input that has it.

        ```yaml
        id: joined
        type: io.kestra.plugin.transform.Select
        inputs:
          - "{{ outputs.orders.uri }}"
          - "{{ outputs.prices.uri }}"
        where: $1.quantity > 0
        fields:
          id: $1.id
          total: $1.quantity * $2.price
        ```
        """)
public record SelectRecords(
    @Property("One source or more: records, or files of them in Ion.") List<Object> inputs,
    @Property("A formula that gives true or false; all rows stay when absent.")
        @Nullable String where,
    @Property("Formulas by field; the joined record when absent.")
        @Nullable Map<String, Object> fields,
    @Property("Numbers of inputs, from 1, whose fields stay beside those of `fields`.")
        @Nullable List<Integer> keepInputFields,
    @Property(value = "Whether fields that are null are left out.", defaultValue = "true")
        boolean dropNulls,
    @Property(
            value = "When an input ends before another: `FAIL`, or `SKIP` the rest.",
            defaultValue = "FAIL")
        OnError onLengthMismatch,
    @Property(
            value = "When a formula has no value: `FAIL`, `SKIP` the row, or `KEEP` it joined.",
            defaultValue = "FAIL")
        OnError onError,
    @Inline Destination.Options output)
    implements Task<Destination.Result> {

  @Override
  public Destination.Result run(TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    Condition condition = where == null ? null : Condition.parse(where);
    Map<String, Field> wanted = fields == null ? Map.of() : Field.all(fields);
    var tally = new Tally();
    try (Inputs sources = new Inputs(inputs, 1, context);
        Destination destination = output.begin(Inputs.readFile(inputs), context)) {
      for (var row = sources.next(); row != null; row = sources.next()) {
        tally.begin();
        Map<String, @Nullable Object> made = made(row, condition, wanted, tally);
        if (made != null) {
          destination.add(made);
        }
      }
      if (onLengthMismatch == OnError.FAIL) {
        sources.checkEven();
      }
      tally.count(context);
      return destination.keep();
    }
  }

  private @Nullable Map<String, @Nullable Object> made(
      List<Map<String, @Nullable Object>> row,
      @Nullable Condition condition,
      Map<String, Field> wanted,
      Tally tally)
      throws TaskFailure {
    Map<String, @Nullable Object> joined = new LinkedHashMap<>();
    row.forEach(joined::putAll);
    try {
      if (condition != null && !condition.holds(joined, row)) {
        tally.dropped();
        return null;
      }
      return wanted.isEmpty() ? joined : chosen(row, joined, wanted);
    } catch (FormulaException e) {
      tally.failed(onError, e);
      return onError == OnError.KEEP ? joined : null;
    }
  }

  private Map<String, @Nullable Object> chosen(
      List<Map<String, @Nullable Object>> row,
      Map<String, @Nullable Object> joined,
      Map<String, Field> wanted)
      throws FormulaException {
    Map<String, @Nullable Object> chosen = new LinkedHashMap<>();
    for (int input : keepInputFields == null ? List.<Integer>of() : keepInputFields) {
      if (input < 1 || input > row.size()) {
        throw new FormulaException("'keepInputFields' names the input %d".formatted(input));
      }
      chosen.putAll(row.get(input - 1));
    }
    for (Map.Entry<String, Field> field : wanted.entrySet()) {
      Object value = field.getValue().of(field.getKey(), joined, row);
      if (value != null || !dropNulls) {
        chosen.put(field.getKey(), value);
      }
    }
    return chosen;
  }
}
