package dev.legato.plugins.serdes.record;

import dev.legato.plugin.Inline;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.serdes.formula.FormulaException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Keeps some records. */
@TaskType(
    value = "io.kestra.plugin.transform.Filter",
    title = "Keeps the records for which a formula is true.",
    description =
        """
        ```yaml
        id: large
        type: io.kestra.plugin.transform.Filter
        from: "{{ outputs.orders.uri }}"
        where: total >= 100 && status in ("PAID", "SENT")
        ```
        """)
public record FilterRecords(
    @Property("Records, or a file of them in Ion.") Object from,
    @Property("A formula that gives true or false.") String where,
    @Property(
            value = "When it gives neither: `FAIL`, `SKIP` the record, or `KEEP` it.",
            defaultValue = "FAIL")
        OnError onError,
    @Inline Destination.Options output)
    implements Task<Destination.Result> {

  @Override
  public Destination.Result run(TaskContext context)
      throws TaskFailure, IOException, InterruptedException {
    Condition condition = Condition.parse(where);
    var tally = new Tally();
    long passed = 0;
    try (Records records = Records.open(from, context);
        Destination destination = output.begin(Records.isFile(from), context)) {
      for (var record = records.next(); record != null; record = records.next()) {
        tally.begin();
        boolean stays;
        try {
          stays = condition.holds(record, List.of());
          if (!stays) {
            tally.dropped();
          }
        } catch (FormulaException e) {
          tally.failed(onError, e);
          stays = onError == OnError.KEEP;
        }
        if (stays) {
          passed++;
          destination.add(record);
        }
      }
      tally.count(context);
      context.count("passed", (double) passed, Map.of());
      return destination.keep();
    }
  }
}
