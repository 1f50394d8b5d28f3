package dev.legato.orchestrator.shard;

import dev.legato.model.command.Command.RemoveExecution;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.orchestrator.shard.Request.Reply;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The executions whose rows are being removed. That takes many transactions, so the shard lets go
 * of them first: from then on it answers none of their commands, and nobody can restart an
 * execution of which only a part is left.
 */
final class Departures {
  static final String REASON = "The execution is being removed.";

  private final Set<ExecutionId> leaving = ConcurrentHashMap.newKeySet();

  /** Whether commands to the execution are refused. */
  boolean holds(ExecutionId execution) {
    return leaving.contains(execution);
  }

  /**
   * Lets go of an execution, if nothing happens in it any more.
   *
   * @param found as the shard knows it now
   */
  Reply begin(RemoveExecution removal, Optional<ExecutionRecord> found) {
    ExecutionId id = removal.execution();
    if (found.isEmpty()) {
      return new Reply.Refused("There is no execution %s.".formatted(id));
    }
    ExecutionRecord execution = found.get();
    if (!execution.over()) {
      return new Reply.Refused(
          "Execution '%s' is %s and some of its tasks still run: remove it once they have ended."
              .formatted(id, execution.status()));
    }
    leaving.add(id);
    return new Reply.Accepted(execution);
  }

  /** The rows are gone, or are to stay after all. May be called from any thread. */
  void end(ExecutionId execution) {
    leaving.remove(execution);
  }
}
