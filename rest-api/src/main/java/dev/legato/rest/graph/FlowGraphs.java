package dev.legato.rest.graph;

import dev.legato.language.flow.ParseResult;
import dev.legato.model.flow.Flow;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.rest.flow.FlowLookup;
import dev.legato.rest.graph.GraphView.Item;
import dev.legato.rest.http.Problem;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Draws flows, stored or not. */
public final class FlowGraphs {
  private final Flows flows;

  public FlowGraphs(Flows flows) {
    this.flows = flows;
  }

  /**
   * Draws the flow of a YAML document.
   *
   * @throws Problem 422 when it is not a valid flow
   */
  public GraphView ofSource(String source) {
    ParseResult read = flows.read(source);
    return of(read.flow().orElseThrow(() -> FlowLookup.invalid(read.complaints())), Map.of());
  }

  /**
   * Draws a flow.
   *
   * @param states how many task runs of a task are in which state
   */
  GraphView of(Flow flow, Map<String, Map<String, Integer>> states) {
    return GraphBuilder.draw(flows.compile(flow), triggers(flow), states::get);
  }

  private static List<Item> triggers(Flow flow) {
    return flow.document().get("triggers") instanceof List<?> list
        ? list.stream().flatMap(FlowGraphs::trigger).toList()
        : List.of();
  }

  private static Stream<Item> trigger(Object element) {
    return element instanceof Map<?, ?> map
            && map.get("id") instanceof String id
            && map.get("type") instanceof String type
        ? Stream.of(new Item(id, type))
        : Stream.empty();
  }
}
