package dev.legato.rest.trigger;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.TriggerState;
import dev.legato.rest.http.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a trigger stands, under the names that clients of all generations use.
 *
 * @param date for which it was evaluated last; {@code evaluatedAt} is the same
 * @param nextExecutionDate when it is looked at next; {@code nextEvaluationDate} is the same
 * @param disabled switched off here, whatever its flow says
 * @param executionId its last execution, as long as the trigger waits for it
 * @param evaluateRunningDate since when a worker is busy with it
 * @param updatedDate when any of this changed; {@code updatedAt} is the same
 * @param locked whether it waits for an execution or a worker
 * @param problem why it could not be evaluated the last time
 */
public record TriggerStateView(
    String tenantId,
    String namespace,
    String flowId,
    String triggerId,
    TriggerKind kind,
    @Nullable Instant date,
    @Nullable Instant evaluatedAt,
    @Nullable Instant nextExecutionDate,
    @Nullable Instant nextEvaluationDate,
    @Nullable BackfillView backfill,
    List<String> stopAfter,
    boolean disabled,
    boolean locked,
    @Nullable String executionId,
    @Nullable String workerId,
    @Nullable Instant evaluateRunningDate,
    @Nullable Instant lastTriggeredDate,
    Instant updatedDate,
    Instant updatedAt,
    @Nullable String problem) {
  /**
   * Translates a state.
   *
   * @param definition absent when the flow has no such trigger any more
   */
  static TriggerStateView of(TriggerState state, @Nullable Trigger definition) {
    ExecutionId execution = state.execution();
    TriggerState.Evaluation evaluation = state.evaluation();
    return new TriggerStateView(
        Scope.MAIN_TENANT,
        state.id().flow().namespace(),
        state.id().flow().id(),
        state.id().trigger(),
        state.kind(),
        state.date(),
        state.date(),
        state.nextDate(),
        state.nextDate(),
        BackfillView.of(state.backfill()),
        definition == null ? List.of() : definition.stopAfter(),
        state.disabled(),
        state.isLocked(),
        execution == null ? null : execution.value(),
        evaluation == null ? null : evaluation.worker(),
        evaluation == null ? null : evaluation.since(),
        state.lastFired(),
        state.updatedAt(),
        state.updatedAt(),
        state.problem());
  }
}
