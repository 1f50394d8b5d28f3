package dev.legato.orchestrator.execution;

import dev.legato.model.execution.Breakpoint;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionKind;
import dev.legato.model.execution.ExecutionOrigin;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants a flow to run.
 *
 * @param revision absent for the newest
 * @param inputs texts or JSON values by input id, not checked yet
 * @param labels added to those of the flow
 * @param scheduleDate not to be started before then
 * @param requestKey chosen by the client: the same key makes one execution however often it is sent
 * @param upload present when files were stored for the execution
 * @param breakpoints where the execution is to stop
 * @param kind what the execution is for
 */
public record CreateRequest(
    FlowId flow,
    @Nullable Integer revision,
    Map<String, @Nullable Object> inputs,
    List<Label> labels,
    @Nullable ExecutionOrigin origin,
    @Nullable Instant scheduleDate,
    @Nullable String requestKey,
    @Nullable Upload upload,
    List<Breakpoint> breakpoints,
    ExecutionKind kind) {
  /**
   * Files that were stored beforehand. Their addresses are among the inputs.
   *
   * @param execution that they belong to, see {@link Executions#newId}
   * @param fingerprint what tells them from other files with the same names
   */
  public record Upload(ExecutionId execution, String fingerprint) {}

  /** A request for a normal execution. */
  public CreateRequest(
      FlowId flow,
      @Nullable Integer revision,
      Map<String, @Nullable Object> inputs,
      List<Label> labels,
      @Nullable ExecutionOrigin origin,
      @Nullable Instant scheduleDate,
      @Nullable String requestKey,
      @Nullable Upload upload,
      List<Breakpoint> breakpoints) {
    this(
        flow,
        revision,
        inputs,
        labels,
        origin,
        scheduleDate,
        requestKey,
        upload,
        breakpoints,
        ExecutionKind.NORMAL);
  }

  /** A request for a normal execution without files and breakpoints. */
  public CreateRequest(
      FlowId flow,
      @Nullable Integer revision,
      Map<String, @Nullable Object> inputs,
      List<Label> labels,
      @Nullable ExecutionOrigin origin,
      @Nullable Instant scheduleDate,
      @Nullable String requestKey) {
    this(
        flow,
        revision,
        inputs,
        labels,
        origin,
        scheduleDate,
        requestKey,
        null,
        List.of(),
        ExecutionKind.NORMAL);
  }

  /** A request for the newest revision. */
  public static CreateRequest of(FlowId flow, Map<String, @Nullable Object> inputs) {
    return new CreateRequest(flow, null, inputs, List.of(), null, null, null);
  }
}
