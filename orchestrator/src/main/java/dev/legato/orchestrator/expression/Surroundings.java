package dev.legato.orchestrator.expression;

import dev.legato.language.expression.runtime.Call;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The flow and the execution that a call belongs to, as its variables tell. */
record Surroundings(FlowId flow, Optional<ExecutionId> execution) {
  static Surroundings of(Call call) {
    String namespace = text(call, "flow", "namespace");
    String id = text(call, "flow", "id");
    if (namespace == null || id == null) {
      throw call.fail("works inside a flow only");
    }
    return new Surroundings(
        new FlowId(namespace, id),
        Optional.ofNullable(text(call, "execution", "id")).map(ExecutionId::new));
  }

  /** The namespace that an argument names, else that of the flow. */
  static String namespace(Call call) {
    return call.argument("namespace") == null
        ? of(call).flow().namespace()
        : call.text("namespace");
  }

  private static @Nullable String text(Call call, String variable, String key) {
    return call.variables().get(variable) instanceof Map<?, ?> map
            && map.get(key) instanceof String text
        ? text
        : null;
  }
}
