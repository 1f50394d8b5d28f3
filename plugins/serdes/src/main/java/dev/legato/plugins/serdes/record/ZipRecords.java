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

/** Makes one record of the records of several inputs. */
@TaskType(
    value = "io.kestra.plugin.transform.Zip",
    title = "Joins the records of several inputs of one length.",
    description =
        """
        ```yaml
        id: joined
        type: io.kestra.plugin.transform.Zip
        inputs:
          - "{{ outputs.names.uri }}"
          - "{{ outputs.ages.uri }}"
        onConflict: RIGHT
        ```
        """)
public record ZipRecords(
    @Property("Two sources or more: records, or files of them in Ion.") List<Object> inputs,
    @Property(value = "When a row cannot be joined: `FAIL`, or `SKIP` it.", defaultValue = "FAIL")
        OnError onError,
    @Property(
            value = "When two inputs have a field: `FAIL`, or that of the `LEFT` or `RIGHT` one.",
            defaultValue = "FAIL")
        Conflict onConflict,
    @Inline Destination.Options output)
    implements Task<Destination.Result> {

  /** Which of two fields of one name counts. */
  public enum Conflict {
    FAIL,
    LEFT,
    RIGHT
  }

  @Override
  public Destination.Result run(TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    var tally = new Tally();
    try (Inputs sources = new Inputs(inputs, 2, context);
        Destination destination = output.begin(Inputs.readFile(inputs), context)) {
      for (var row = sources.next(); row != null; row = sources.next()) {
        tally.begin();
        try {
          destination.add(joined(row));
        } catch (FormulaException e) {
          tally.failed(onError, e);
        }
      }
      sources.checkEven();
      tally.count(context);
      return destination.keep();
    }
  }

  private Map<String, @Nullable Object> joined(List<Map<String, @Nullable Object>> row)
      throws FormulaException {
    Map<String, @Nullable Object> joined = new LinkedHashMap<>();
    for (Map<String, @Nullable Object> record : row) {
      for (Map.Entry<String, @Nullable Object> field : record.entrySet()) {
        boolean conflict = joined.containsKey(field.getKey());
        if (conflict && onConflict == Conflict.FAIL) {
          throw new FormulaException(
              "two inputs have the field '%s'; 'onConflict' chooses one".formatted(field.getKey()));
        }
        if (!conflict || onConflict == Conflict.RIGHT) {
          joined.put(field.getKey(), field.getValue());
        }
      }
    }
    return joined;
  }
}
