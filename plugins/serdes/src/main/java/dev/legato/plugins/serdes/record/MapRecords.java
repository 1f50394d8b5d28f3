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

/** Makes fields of fields. */
@TaskType(
    value = "io.kestra.plugin.transform.Map",
    title = "Makes new fields of each record by formulas.",
    description =
        """
        ```yaml
        id: totals
        type: io.kestra.plugin.transform.Map
        from: "{{ outputs.orders.uri }}"
        fields:
          id: orderId
          total:
            expr: price * quantity
            type: DECIMAL
        ```
        """)
public record MapRecords(
    @Property("Records, or a file of them in Ion.") Object from,
    @Property("Formulas by field, or maps with `expr`, `type` and `optional`.")
        Map<String, Object> fields,
    @Property(value = "Whether the other fields stay.", defaultValue = "false")
        boolean keepOriginalFields,
    @Property(value = "Whether fields that are null are left out.", defaultValue = "true")
        boolean dropNulls,
    @Property(
            value = "When a formula has no value: `FAIL`, `SKIP` the record, or `NULL`.",
            defaultValue = "FAIL")
        OnError onError,
    @Inline Destination.Options output)
    implements Task<Destination.Result> {

  @Override
  public Destination.Result run(TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    Map<String, Field> wanted = Field.all(fields);
    var tally = new Tally();
    try (Records records = Records.open(from, context);
        Destination destination = output.begin(Records.isFile(from), context)) {
      for (var record = records.next(); record != null; record = records.next()) {
        tally.begin();
        Map<String, @Nullable Object> made = made(record, wanted, tally);
        if (made != null) {
          destination.add(made);
        }
      }
      tally.count(context);
      return destination.keep();
    }
  }

  private @Nullable Map<String, @Nullable Object> made(
      Map<String, @Nullable Object> record, Map<String, Field> wanted, Tally tally)
      throws TaskFailure {
    Map<String, @Nullable Object> made = new LinkedHashMap<>();
    if (keepOriginalFields) {
      record.forEach(
          (name, value) -> {
            if (!wanted.containsKey(name)) {
              made.put(name, value);
            }
          });
    }
    for (Map.Entry<String, Field> field : wanted.entrySet()) {
      Object value = null;
      try {
        value = field.getValue().of(field.getKey(), record, List.of());
      } catch (FormulaException e) {
        tally.failed(onError, e);
        if (onError != OnError.NULL) {
          return null;
        }
      }
      if (value != null || !dropNulls) {
        made.put(field.getKey(), value);
      }
    }
    return made;
  }
}
