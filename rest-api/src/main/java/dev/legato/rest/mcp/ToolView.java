package dev.legato.rest.mcp;

import dev.legato.language.schema.CallSchema;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.TriggerEvent.McpTool;
import dev.legato.orchestrator.trigger.Tools.Tool;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tool as clients see it.
 *
 * @param inputSchema a JSON Schema
 * @param outputSchema likewise; absent when the flow has no outputs
 */
record ToolView(
    String name,
    String title,
    String description,
    Map<String, Object> inputSchema,
    @Nullable Map<String, Object> outputSchema,
    Annotations annotations) {
  /** Hints, in the words of the protocol. */
  record Annotations(
      boolean readOnlyHint,
      boolean destructiveHint,
      boolean idempotentHint,
      boolean openWorldHint,
      boolean returnDirect) {}

  static ToolView of(Tool tool) {
    Flow flow = tool.flow();
    McpTool event = tool.event();
    McpTool.Hints hints = event.hints();
    return new ToolView(
        event.name(),
        event.title(),
        event.description(),
        CallSchema.ofInputs(flow.inputs()),
        flow.outputs().isEmpty() ? null : CallSchema.ofOutputs(flow.outputs()),
        new Annotations(
            hints.readOnly(),
            hints.destructive(),
            hints.idempotent(),
            hints.openWorld(),
            hints.returnDirect()));
  }
}
