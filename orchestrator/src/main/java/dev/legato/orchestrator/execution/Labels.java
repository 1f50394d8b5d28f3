package dev.legato.orchestrator.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The labels that an execution starts with. */
public final class Labels {
  private Labels() {}

  /** Those of the flow, then those of the request, which win; then what the engine adds. */
  public static List<Label> of(Flow flow, List<Label> requested, ExecutionId id) {
    Map<String, Label> byKey = new LinkedHashMap<>();
    for (Label label : flow.labels()) {
      if (!label.isSystem()) {
        byKey.put(label.key(), label);
      }
    }
    for (Label label : requested) {
      byKey.put(label.key(), label);
    }
    byKey.putIfAbsent(Label.CORRELATION_ID, new Label(Label.CORRELATION_ID, id.value()));
    return List.copyOf(byKey.values());
  }
}
