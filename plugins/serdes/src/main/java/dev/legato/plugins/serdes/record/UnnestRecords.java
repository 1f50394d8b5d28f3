package dev.legato.plugins.serdes.record;

import dev.legato.plugin.Inline;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.formula.Formula;
import dev.legato.plugins.serdes.formula.FormulaException;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes a record of each element of a list. */
@TaskType(
    value = "io.kestra.plugin.transform.Unnest",
    title = "Makes a record of each element of a list in a record.",
    description =
        """
        ```yaml
        id: lines
        type: io.kestra.plugin.transform.Unnest
        from: "{{ outputs.orders.uri }}"
        path: lines
        as: line
        ```
        """)
public record UnnestRecords(
    @Property("Records, or a file of them in Ion.") Object from,
    @Property("Where the list is, such as `order.lines`.") String path,
    @Property("The field that gets an element.") String as,
    @Property(value = "Whether the other fields stay.", defaultValue = "true")
        boolean keepOriginalFields,
    @Property(
            value = "When there is something else: `FAIL`, `SKIP` the record, or `NULL`.",
            defaultValue = "FAIL")
        OnError onError,
    @Inline Destination.Options output)
    implements Task<Destination.Result> {

  @Override
  public Destination.Result run(TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    Formula list;
    try {
      list = Formula.parse(path);
    } catch (FormulaException e) {
      throw Field.malformed("'path'", path, e);
    }
    var tally = new Tally();
    try (Records records = Records.open(from, context);
        Destination destination = output.begin(Records.isFile(from), context)) {
      for (var record = records.next(); record != null; record = records.next()) {
        tally.begin();
        for (Object element : elements(list, record, tally)) {
          destination.add(made(record, list, element));
        }
      }
      tally.count(context);
      return destination.keep();
    }
  }

  private List<?> elements(Formula list, Map<String, @Nullable Object> record, Tally tally)
      throws TaskFailure {
    try {
      return switch (list.value(record)) {
        case null -> List.of();
        case List<?> found -> found;
        default -> throw new FormulaException("'%s' is no list".formatted(path));
      };
    } catch (FormulaException e) {
      tally.failed(onError, e);
      return onError == OnError.NULL ? Collections.singletonList(null) : List.of();
    }
  }

  private Map<String, @Nullable Object> made(
      Map<String, @Nullable Object> record, Formula list, @Nullable Object element) {
    Map<String, @Nullable Object> made = new LinkedHashMap<>();
    if (keepOriginalFields) {
      made.putAll(record);
      list.singleField().ifPresent(made::remove);
    }
    made.put(as, element);
    return made;
  }
}
