package dev.legato.plugin.execution;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which executions to remove. Those that have not ended stay in any case.
 *
 * @param namespace with all below it; absent for all
 * @param flowId absent for all
 * @param startedAfter that instant or later; absent for any time
 * @param endedBefore that instant
 * @param states only these; any when empty
 */
public record ExecutionPurge(
    @Nullable String namespace,
    @Nullable String flowId,
    @Nullable Instant startedAfter,
    Instant endedBefore,
    List<String> states,
    Parts parts) {
  /** What of each execution to remove. */
  public record Parts(boolean execution, boolean logs, boolean metrics, boolean files) {}
}
