package dev.legato.orchestrator.execution;

import dev.legato.model.execution.ExecutionId;
import java.util.List;

/** What became of an action on many executions. */
public sealed interface BulkOutcome {
  /**
   * It was carried out.
   *
   * @param count on how many executions
   * @param tooLate those that have changed after they were checked, so that nothing was done to
   *     them; the first ones when there are many
   */
  record BulkDone(long count, List<Problem> tooLate) implements BulkOutcome {}

  /**
   * Nothing has changed, because it cannot be done to all.
   *
   * @param problems at least one; the first ones when there are many
   */
  record BulkRefused(List<Problem> problems) implements BulkOutcome {}

  /** Why an action cannot be done to one of the executions. */
  record Problem(ExecutionId id, String reason) {}
}
