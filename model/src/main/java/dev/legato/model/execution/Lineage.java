package dev.legato.model.execution;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where an execution comes from.
 *
 * @param originalId first of a chain of replays
 * @param parentId the execution that it was made from; absent for the first of a chain
 * @param attemptNumber counts from 1 along the chain
 * @param originalDate when the first of its attempts was created; absent when that is this one
 */
public record Lineage(
    ExecutionId originalId,
    @Nullable ExecutionId parentId,
    int attemptNumber,
    @Nullable Instant originalDate) {
  /** That of an execution that begins anew what another one was made for. */
  public static Lineage replayOf(ExecutionRecord source) {
    return new Lineage(source.originalId(), source.id(), 1, null);
  }

  /** That of an execution that goes on where another one has ended. */
  public static Lineage nextAttemptOf(ExecutionRecord source) {
    return new Lineage(
        source.originalId(), source.id(), source.attemptNumber() + 1, source.firstCreated());
  }
}
