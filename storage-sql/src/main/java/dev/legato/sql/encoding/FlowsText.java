package dev.legato.sql.encoding;

import dev.legato.model.flow.FlowId;
import java.util.List;

/** Names of flows as text: {@code [[namespace, id], …]}. */
public final class FlowsText {
  private FlowsText() {}

  public static String encode(List<FlowId> flows) {
    return JsonText.encode(
        flows.stream().map(flow -> List.of(flow.namespace(), flow.id())).toList());
  }

  public static List<FlowId> decode(String text) {
    return JsonText.decodeList(text).stream().map(FlowsText::flow).toList();
  }

  private static FlowId flow(Object pair) {
    if (pair instanceof List<?> names
        && names.size() == 2
        && names.getFirst() instanceof String namespace
        && names.getLast() instanceof String id) {
      return new FlowId(namespace, id);
    }
    throw new IllegalStateException("Expected a flow's namespace and id, but read " + pair);
  }
}
