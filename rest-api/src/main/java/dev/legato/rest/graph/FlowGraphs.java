package dev.legato.rest.graph;

import dev.legato.language.flow.ParseResult;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.plan.Plan;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.rest.flow.FlowLookup;
import dev.legato.rest.graph.GraphBuilder.Subflows;
import dev.legato.rest.graph.GraphView.Item;
import dev.legato.rest.http.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    return ofSource(source, Set.of());
  }

  /**
   * Draws the flow of a YAML document.
   *
   * @param opened uids of tasks that are drawn with the flows that they start
   */
  GraphView ofSource(String source, Set<String> opened) {
    ParseResult read = flows.read(source);
    Flow flow = read.flow().orElseThrow(() -> FlowLookup.invalid(read.complaints()));
    return of(flow, Map.of(), opened);
  }

  /**
   * Draws a flow.
   *
   * @param states how many task runs of a task are in which state
   * @param opened uids of tasks that are drawn with the flows that they start
   */
  GraphView of(Flow flow, Map<String, Map<String, Integer>> states, Set<String> opened) {
    return GraphBuilder.draw(
        flows.compile(flow), triggers(flow), states::get, new Subflows(opened, this::plan));
  }

  /** The plan of a flow as it would run now; empty when it cannot. */
  private Optional<Plan> plan(FlowId id) {
    return flows
        .findToRun(id, null)
        .flatMap(loaded -> Optional.ofNullable(loaded.flow()))
        .map(flows::compile);
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
