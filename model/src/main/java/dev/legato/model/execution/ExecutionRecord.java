package dev.legato.model.execution;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An execution as it is stored, without its task runs.
 *
 * @param version counts the commits that changed this record, from 1
 * @param inputs typed and checked; dotted ids are nested maps
 * @param outputs of the flow, present once it has ended
 * @param originalId first of a chain of replays, else its own id
 * @param parentId the execution that it was replayed from
 * @param attemptNumber 1, one more with each restart
 * @param scheduleDate not to be started before then
 * @param taskRunCount how many task runs were ever created; the next one's sequence
 */
public record ExecutionRecord(
    ExecutionId id,
    FlowId flow,
    int revision,
    long version,
    StatusHistory<ExecutionStatus> history,
    Map<String, @Nullable Object> inputs,
    @Nullable Map<String, @Nullable Object> outputs,
    List<Label> labels,
    @Nullable ExecutionOrigin origin,
    ExecutionId originalId,
    @Nullable ExecutionId parentId,
    int attemptNumber,
    @Nullable Instant scheduleDate,
    int taskRunCount) {
  public ExecutionStatus status() {
    return history.current();
  }
}
