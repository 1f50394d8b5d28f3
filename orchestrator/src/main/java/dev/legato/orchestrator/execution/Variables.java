package dev.legato.orchestrator.execution;

import dev.legato.model.flow.FlowId;
import java.util.Map;

/** What expressions see outside executions. */
final class Variables {
  private Variables() {}

  /** The variable {@code flow}. */
  static Map<String, Object> ofFlow(FlowId flow, int revision) {
    return Map.of("id", flow.id(), "namespace", flow.namespace(), "revision", revision);
  }
}
