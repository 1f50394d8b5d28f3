package dev.legato.orchestrator.execution;

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
 */
public record CreateRequest(
    FlowId flow,
    @Nullable Integer revision,
    Map<String, @Nullable Object> inputs,
    List<Label> labels,
    @Nullable ExecutionOrigin origin,
    @Nullable Instant scheduleDate,
    @Nullable String requestKey) {
  /** A request for the newest revision. */
  public static CreateRequest of(FlowId flow, Map<String, @Nullable Object> inputs) {
    return new CreateRequest(flow, null, inputs, List.of(), null, null, null);
  }
}
