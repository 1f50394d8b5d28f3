package dev.legato.rest.flow;

import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.flow.FlowOutcome;
import dev.legato.orchestrator.flow.FlowOutcome.Exists;
import dev.legato.orchestrator.flow.FlowOutcome.IdChanged;
import dev.legato.orchestrator.flow.FlowOutcome.Invalid;
import dev.legato.orchestrator.flow.FlowOutcome.NoSuchFlow;
import dev.legato.orchestrator.flow.FlowOutcome.Saved;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Creates, changes, finds and removes flows. */
final class FlowResource {
  private final Flows flows;
  private final InstantSource clock;

  FlowResource(Flows flows, InstantSource clock) {
    this.flows = flows;
    this.clock = clock;
  }

  Answer create(Call call) throws IOException {
    return saved(flows.create(source(call)));
  }

  Answer update(Call call) throws IOException {
    return saved(flows.update(PathIds.flow(call, "id"), source(call)));
  }

  private static String source(Call call) throws IOException {
    String written = call.bodyText();
    return call.query().flag("draft", false) ? Flows.asDraft(written) : written;
  }

  private static Answer saved(FlowOutcome outcome) {
    return switch (outcome) {
      case Saved(var flow, _) -> Answer.json(FlowView.withSource(flow));
      case Invalid(var complaints) -> throw FlowLookup.invalid(complaints);
      case Exists(var id) ->
          throw Problem.invalid(
              "Invalid entity: flow.id: Flow '%s' exists already in namespace '%s'; update it instead"
                  .formatted(id.id(), id.namespace()),
              List.of());
      case NoSuchFlow(var id) -> throw FlowLookup.missing(id);
      case IdChanged(var expected, var found) ->
          throw Problem.invalid(
              "Invalid entity: flow.id: The source names flow '%s', which is not '%s'; a flow keeps its id and namespace"
                  .formatted(found, expected),
              List.of());
    };
  }

  Answer get(Call call) {
    FlowId id = PathIds.flow(call, "id");
    boolean allowDeleted = call.query().flag("allowDeleted", false);
    Optional<Integer> revision = call.query().number("revision", 1, Integer.MAX_VALUE);
    LoadedFlow flow =
        revision
            .map(number -> flows.find(id, number))
            .orElseGet(() -> allowDeleted ? newest(id) : flows.find(id))
            .filter(found -> allowDeleted || !found.stored().deleted())
            .orElseThrow(() -> FlowLookup.missing(id));
    return Answer.json(
        call.query().flag("source", false) ? FlowView.withSource(flow) : FlowView.of(flow));
  }

  private Optional<LoadedFlow> newest(FlowId id) {
    List<LoadedFlow> revisions = flows.revisions(id);
    return revisions.isEmpty() ? Optional.empty() : Optional.of(revisions.getLast());
  }

  Answer delete(Call call) {
    FlowId id = PathIds.flow(call, "id");
    if (!flows.delete(id)) {
      throw FlowLookup.missing(id);
    }
    return Answer.noContent();
  }

  Answer search(Call call) {
    var page = Paging.read(call.query(), FlowSearch.SORTS, FlowSearch.BY_ID);
    var found = flows.search(FlowSearch.GRAMMAR.filters(call.query(), clock), page);
    return Answer.json(PageView.of(found, FlowView::of));
  }

  Answer ofNamespace(Call call) {
    String namespace = PathIds.name(call.path("namespace"), "namespace");
    return Answer.json(
        FlowSearch.ofNamespace(flows, namespace).stream().map(FlowView::of).toList());
  }

  Answer namespaces(Call call) {
    String wanted = call.query().text("q").orElse("").toLowerCase(Locale.ROOT);
    return Answer.json(
        flows.namespaces().stream()
            .filter(namespace -> namespace.toLowerCase(Locale.ROOT).contains(wanted))
            .toList());
  }

  Answer validate(Call call) throws IOException {
    return Answer.json(flows.validate(call.bodyText()).stream().map(ValidationView::of).toList());
  }
}
