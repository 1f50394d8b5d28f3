package dev.legato.rest.execution;

import dev.legato.model.execution.Breakpoint;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionKind;
import dev.legato.model.execution.ExecutionOrigin;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.rest.flow.LabelView;
import dev.legato.rest.http.Scope;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An execution with its task runs.
 *
 * @param deleted always false; clients of all generations expect it
 * @param url where people can watch it; only in the answer to its creation
 * @param variables the flow's variables as the execution changed them; absent when it did not
 * @param queue what it waits for, while it is QUEUED
 * @param breakpoints where it is to stop
 */
public record ExecutionView(
    String tenantId,
    String id,
    String namespace,
    String flowId,
    int flowRevision,
    List<TaskRunView> taskRunList,
    Map<String, @Nullable Object> inputs,
    @Nullable Map<String, @Nullable Object> outputs,
    List<LabelView> labels,
    StateView state,
    @Nullable String parentId,
    String originalId,
    @Nullable Trigger trigger,
    boolean deleted,
    Metadata metadata,
    @Nullable Instant scheduleDate,
    ExecutionKind kind,
    @Nullable String url,
    @Nullable Map<String, @Nullable Object> variables,
    @Nullable QueueView queue,
    List<Mark> breakpoints) {
  /**
   * What started it.
   *
   * @param logFile the URI of the file with the log of the trigger's look, when it is kept in one
   */
  public record Trigger(
      String id, String type, Map<String, @Nullable Object> variables, @Nullable String logFile) {
    static @Nullable Trigger of(@Nullable ExecutionOrigin origin) {
      return origin == null
          ? null
          : new Trigger(origin.id(), origin.type(), origin.variables(), origin.logFile());
    }
  }

  /** A task that it stops before, perhaps only in the round of a value. */
  public record Mark(String id, @Nullable String value) {
    static Mark of(Breakpoint breakpoint) {
      return new Mark(breakpoint.taskId(), breakpoint.value());
    }
  }

  /** How often it was started. */
  public record Metadata(int attemptNumber, Instant originalCreatedDate) {}

  static ExecutionView of(StoredExecution stored, Instant now) {
    return of(stored.execution(), stored.taskRuns(), now, null);
  }

  /**
   * An execution that was just created.
   *
   * @param site address of the pages for people; absent when unknown
   */
  static ExecutionView created(StoredExecution stored, Instant now, @Nullable URI site) {
    ExecutionRecord execution = stored.execution();
    String url = site == null ? null : page(site, execution);
    return of(execution, stored.taskRuns(), now, url);
  }

  private static String page(URI site, ExecutionRecord execution) {
    String base = site.toString();
    boolean slashed = base.charAt(base.length() - 1) == '/';
    return "%s%sui/%s/executions/%s/%s/%s"
        .formatted(
            base,
            slashed ? "" : "/",
            Scope.MAIN_TENANT,
            execution.flow().namespace(),
            execution.flow().id(),
            execution.id());
  }

  private static ExecutionView of(
      ExecutionRecord execution, List<TaskRunRecord> runs, Instant now, @Nullable String url) {
    ExecutionId parent = execution.parentId();
    return new ExecutionView(
        Scope.MAIN_TENANT,
        execution.id().value(),
        execution.flow().namespace(),
        execution.flow().id(),
        execution.revision(),
        runs.stream().map(run -> TaskRunView.of(execution, run, now)).toList(),
        execution.inputs(),
        execution.outputs(),
        LabelView.of(execution.labels()),
        StateView.of(execution.history(), execution.status().isTerminal(), now),
        parent == null ? null : parent.value(),
        execution.originalId().value(),
        Trigger.of(execution.origin()),
        false,
        new Metadata(execution.attemptNumber(), execution.firstCreated()),
        execution.scheduleDate(),
        execution.kind(),
        url,
        execution.variables(),
        null,
        execution.breakpoints().stream().map(Mark::of).toList());
  }

  /** The same execution, which waits in a queue. */
  ExecutionView waiting(QueueView place) {
    return new ExecutionView(
        tenantId,
        id,
        namespace,
        flowId,
        flowRevision,
        taskRunList,
        inputs,
        outputs,
        labels,
        state,
        parentId,
        originalId,
        trigger,
        deleted,
        metadata,
        scheduleDate,
        kind,
        url,
        variables,
        place,
        breakpoints);
  }
}
