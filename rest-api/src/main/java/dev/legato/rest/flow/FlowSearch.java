package dev.legato.rest.flow;

import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.rest.search.FilterRule;
import dev.legato.rest.search.Names;
import dev.legato.rest.search.Pages;
import dev.legato.rest.search.SearchGrammar;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.FlowField;
import dev.legato.storage.PageRequest.Sort;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What flows can be searched and sorted by. */
final class FlowSearch {
  static final SearchGrammar<FlowField> GRAMMAR =
      new SearchGrammar<>(
          Names.<FilterRule<FlowField>>inOrder()
              .add("q", FilterRule.same(FlowField.QUERY, UnaryOperator.identity()))
              .add("namespace", FilterRule.namespace(FlowField.NAMESPACE))
              .add("flowId", FilterRule.text(FlowField.ID))
              .add("labels", FilterRule.keyed(FlowField.LABELS))
              .map(),
          FlowField.NAMESPACE,
          FlowField.ID,
          null);

  static final Map<String, FlowField> SORTS =
      Names.<FlowField>inOrder()
          .add("id", FlowField.ID)
          .add("namespace", FlowField.NAMESPACE)
          .add("revision", FlowField.REVISION)
          .map();

  static final List<Sort<FlowField>> BY_ID =
      List.of(new Sort<>(FlowField.NAMESPACE, false), new Sort<>(FlowField.ID, false));

  private FlowSearch() {}

  /** All flows of exactly that namespace, by id. */
  static List<LoadedFlow> ofNamespace(Flows flows, String namespace) {
    var filters = List.of(Filter.of(FlowField.NAMESPACE, Operator.EQUALS, namespace));
    return Pages.all(BY_ID, page -> flows.search(filters, page));
  }
}
