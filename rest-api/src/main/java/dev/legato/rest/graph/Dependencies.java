package dev.legato.rest.graph;

import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.rest.graph.DependencyView.Edge;
import dev.legato.rest.graph.DependencyView.Node;
import dev.legato.rest.graph.DependencyView.Relation;
import dev.legato.rest.search.Pages;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.FlowField;
import dev.legato.storage.PageRequest.Sort;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out which flows start which, by what their sources say. Flows that are named by a template
 * are not found: only an execution knows them.
 */
final class Dependencies {
  /** More cannot be looked at. */
  private static final int MAX_FLOWS = 500;

  private static final List<Sort<FlowField>> IN_ORDER =
      List.of(new Sort<>(FlowField.NAMESPACE, false), new Sort<>(FlowField.ID, false));

  private final Flows flows;
  private final Set<FlowId> found = new LinkedHashSet<>();
  private final Set<Edge> edges = new LinkedHashSet<>();

  Dependencies(Flows flows) {
    this.flows = flows;
  }

  /**
   * What depends on some flows and what they depend on.
   *
   * @param downwards whether to leave out who starts them
   * @param farther whether to go on with what was found
   */
  DependencyView of(Collection<FlowId> starts, boolean downwards, boolean farther) {
    Deque<FlowId> open = new ArrayDeque<>(starts);
    found.addAll(starts);
    while (!open.isEmpty()) {
      FlowId id = open.remove();
      var before = Set.copyOf(found);
      flows.find(id).flatMap(Dependencies::valid).ifPresent(this::add);
      if (!downwards) {
        mentioning(id).forEach(flow -> addIfAbout(flow, id));
      }
      if (farther && found.size() < MAX_FLOWS) {
        found.stream().filter(flow -> !before.contains(flow)).forEach(open::add);
      }
    }
    return new DependencyView(found.stream().map(Node::of).toList(), List.copyOf(edges));
  }

  private static Optional<Flow> valid(LoadedFlow loaded) {
    return Optional.ofNullable(loaded.flow());
  }

  private Stream<Flow> mentioning(FlowId id) {
    var filters = List.of(Filter.of(FlowField.SOURCE, Operator.CONTAINS, id.id()));
    return Pages.all(IN_ORDER, page -> flows.search(filters, page)).stream()
        .flatMap(loaded -> valid(loaded).stream());
  }

  private void add(Flow flow) {
    links(flow, this::link);
  }

  private void addIfAbout(Flow flow, FlowId id) {
    links(
        flow,
        (edge, other) -> {
          if (other.equals(id)) {
            found.add(flow.id());
            edges.add(edge);
          }
        });
  }

  private void link(Edge edge, FlowId other) {
    found.add(other);
    edges.add(edge);
  }

  /** Hands over each link of a flow and the flow at its other end. */
  private static void links(Flow flow, BiConsumer<Edge, FlowId> link) {
    flow.document()
        .forEach(
            (name, value) -> {
              boolean byTrigger = name.equals("triggers");
              named(value)
                  .forEach(
                      other ->
                          link.accept(
                              byTrigger
                                  ? Edge.of(other, flow.id(), Relation.FLOW_TRIGGER)
                                  : Edge.of(flow.id(), other, Relation.FLOW_TASK),
                              other));
            });
  }

  /** All flows that a part of a document names. */
  private static Stream<FlowId> named(@Nullable Object part) {
    return switch (part) {
      case List<?> list -> list.stream().flatMap(Dependencies::named);
      case Map<?, ?> map ->
          Stream.concat(
              map.get("flowId") instanceof String id
                      && map.get("namespace") instanceof String namespace
                      && !id.contains("{{")
                      && !namespace.contains("{{")
                  ? Stream.of(new FlowId(namespace, id))
                  : Stream.empty(),
              map.values().stream().flatMap(Dependencies::named));
      case null, default -> Stream.empty();
    };
  }
}
