package dev.legato.plugins.serdes.record;

import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugins.serdes.conversion.Conversion;
import dev.legato.plugins.serdes.formula.FormulaException;
import java.util.Map;

/** What became of the records of a task. */
final class Tally {
  private long processed;
  private long failed;
  private long dropped;

  /** Counts the next record; gives up when the attempt is to end. */
  void begin() throws InterruptedException {
    processed++;
    Conversion.look(processed);
  }

  /** Counts the record as one for which a formula has no value; fails when that is wanted. */
  void failed(OnError rule, FormulaException e) throws TaskFailure {
    failed(rule, "Record " + processed, e);
  }

  /** The same for what was made of records. */
  void failed(OnError rule, String what, FormulaException e) throws TaskFailure {
    if (rule == OnError.FAIL) {
      throw new TaskFailure("%s: %s.".formatted(what, e.getMessage()), e);
    }
    failed++;
    if (rule == OnError.SKIP) {
      dropped();
    }
  }

  /** Counts the record as one that is left out. */
  void dropped() {
    dropped++;
  }

  void count(TaskContext context) {
    context.count("processed", (double) processed, Map.of());
    context.count("failed", (double) failed, Map.of());
    context.count("dropped", (double) dropped, Map.of());
  }
}
