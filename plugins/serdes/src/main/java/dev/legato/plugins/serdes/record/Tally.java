package dev.legato.plugins.serdes.record;

import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugins.serdes.formula.FormulaException;
import java.util.Map;

/** What became of the records of a task. */
final class Tally {
  long processed;
  long failed;
  long dropped;

  /** Counts a record for which a formula has no value, and fails when that is wanted. */
  void failed(OnError rule, long record, FormulaException e) throws TaskFailure {
    if (rule == OnError.FAIL) {
      throw new TaskFailure("Record %d: %s.".formatted(record, e.getMessage()), e);
    }
    failed++;
    dropped += rule == OnError.SKIP ? 1 : 0;
  }

  void count(TaskContext context) {
    context.count("processed", (double) processed, Map.of());
    context.count("failed", (double) failed, Map.of());
    context.count("dropped", (double) dropped, Map.of());
  }
}
