package dev.legato.model.execution;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.TemplateId;
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
 * @param variables the flow's variables as the execution changed them; absent when it did not
 * @param caller the task that started it as a subflow
 * @param verdict how it will end whatever its tasks do; absent when that depends on them. While the
 *     flow runs something after the end: KILLED when that is to stop
 * @param over whether nothing will happen any more by itself; an execution that has ended may still
 *     run what its flow does after the end
 * @param templates the revisions of the templates that it began with, 0 for those that did not
 *     exist then
 * @param originalDate when the first of its attempts was created; absent when that is this one
 * @param sparesChildren whether a kill that is under way leaves the executions alone that it
 *     started
 * @param breakpoints where it is to stop
 * @param kind what it is for
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
    int taskRunCount,
    @Nullable Map<String, @Nullable Object> variables,
    @Nullable Caller caller,
    @Nullable ExecutionStatus verdict,
    boolean over,
    Map<TemplateId, Integer> templates,
    @Nullable Instant originalDate,
    boolean sparesChildren,
    List<Breakpoint> breakpoints,
    ExecutionKind kind) {
  /** The first execution of its chain, of a flow that uses no templates, without breakpoints. */
  public ExecutionRecord(
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
      int taskRunCount,
      @Nullable Map<String, @Nullable Object> variables,
      @Nullable Caller caller,
      @Nullable ExecutionStatus verdict,
      boolean over) {
    this(
        id,
        flow,
        revision,
        version,
        history,
        inputs,
        outputs,
        labels,
        origin,
        originalId,
        parentId,
        attemptNumber,
        scheduleDate,
        taskRunCount,
        variables,
        caller,
        verdict,
        over,
        Map.of(),
        null,
        false,
        List.of(),
        ExecutionKind.NORMAL);
  }

  public ExecutionStatus status() {
    return history.current();
  }

  /** When the first of its attempts was created. */
  public Instant firstCreated() {
    return originalDate == null ? history.start() : originalDate;
  }

  /** Whether it was given up for a new execution that does not exist yet. */
  public boolean awaitsSuccessor() {
    return over && verdict == ExecutionStatus.RETRIED;
  }

  /** This record, to be changed. */
  public ExecutionDraft change() {
    return ExecutionDraft.from(this);
  }
}
