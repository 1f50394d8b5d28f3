package dev.legato.rest.flow;

import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.flow.Documents;
import dev.legato.orchestrator.flow.FlowSetOutcome.Mistake;
import dev.legato.orchestrator.flow.FlowSetOutcome.Refused;
import dev.legato.orchestrator.flow.FlowSetOutcome.Replaced;
import dev.legato.orchestrator.flow.FlowSets;
import dev.legato.orchestrator.flow.FlowSets.Replacement;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.rest.bulk.BulkReader;
import dev.legato.rest.bulk.CountView;
import dev.legato.rest.export.Csv;
import dev.legato.rest.export.SourceArchive;
import dev.legato.rest.export.SourceArchive.Packed;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Problem.Detail;
import dev.legato.rest.http.Problem.Invalid;
import dev.legato.rest.http.Query;
import dev.legato.rest.search.Pages;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Changes, exports and imports many flows at once. */
final class FlowSetResource {
  private static final List<String> COLUMNS =
      List.of("namespace", "id", "revision", "disabled", "description", "updated");

  private final Flows flows;
  private final FlowSets sets;
  private final BulkReader reader;
  private final InstantSource clock;

  FlowSetResource(Flows flows, BulkReader reader, InstantSource clock) {
    this.flows = flows;
    this.sets = new FlowSets(flows);
    this.reader = reader;
    this.clock = clock;
  }

  /** Sources of any namespace. */
  Answer replace(Call call) throws IOException {
    Query query = call.query();
    String namespace =
        query.text("namespace").map(name -> PathIds.name(name, "namespace")).orElse(null);
    return replace(
        call, namespace, query.flag("allowNamespaceChild", false), query.flag("override", false));
  }

  /** Sources of one namespace. */
  Answer replaceNamespace(Call call) throws IOException {
    String namespace = PathIds.name(call.path("namespace"), "namespace");
    return replace(call, namespace, false, call.query().flag("override", false));
  }

  private Answer replace(Call call, @Nullable String namespace, boolean children, boolean moved)
      throws IOException {
    boolean delete = call.query().flag("delete", true);
    List<String> sources =
        Documents.split(call.bodyText()).stream().filter(text -> !text.isBlank()).toList();
    var wanted = new Replacement(sources, namespace, children, moved, delete);
    return switch (sets.replace(wanted)) {
      case Replaced(var saved, var removed) ->
          Answer.json(Stream.concat(saved.stream(), removed.stream()).map(FlowView::of).toList());
      case Refused(var mistakes) ->
          throw Problem.invalid(mistakes.stream().map(FlowSetResource::detail).toList());
    };
  }

  private static Detail detail(Mistake mistake) {
    return new Detail(
        "flow %d: %s".formatted(mistake.index() + 1, mistake.message()),
        mistake.path(),
        mistake.code());
  }

  Answer exportFound(Call call) {
    return archive(found(call));
  }

  Answer exportNamed(Call call) throws IOException {
    var flowsToExport = new ArrayList<LoadedFlow>();
    for (FlowId id : reader.flows(call.body())) {
      flowsToExport.add(flows.find(id).orElseThrow(() -> FlowLookup.missing(id)));
    }
    return archive(flowsToExport);
  }

  private static Answer archive(List<LoadedFlow> exported) {
    return SourceArchive.answer(
        "flows.zip",
        exported.stream()
            .map(LoadedFlow::stored)
            .map(
                flow ->
                    new Packed(
                        "%s.%s.yml".formatted(flow.id().namespace(), flow.id().id()),
                        flow.updatedAt(),
                        flow.source()))
            .toList());
  }

  Answer exportTable(Call call) {
    List<List<String>> rows = found(call).stream().map(FlowSetResource::row).toList();
    return Csv.answer("flows.csv", COLUMNS, rows);
  }

  private static List<String> row(LoadedFlow flow) {
    var stored = flow.stored();
    return List.of(
        stored.id().namespace(),
        stored.id().id(),
        Integer.toString(stored.revision()),
        Boolean.toString(stored.disabled()),
        Objects.requireNonNullElse(stored.description(), ""),
        stored.updatedAt().toString());
  }

  private List<LoadedFlow> found(Call call) {
    var filters = FlowSearch.GRAMMAR.filters(call.query(), clock);
    return Pages.all(FlowSearch.BY_ID, page -> flows.search(filters, page));
  }

  private List<LoadedFlow> named(Call call) throws IOException {
    return reader.flows(call.body()).stream().flatMap(id -> flows.find(id).stream()).toList();
  }

  Answer deleteNamed(Call call) throws IOException {
    return delete(named(call));
  }

  Answer deleteFound(Call call) {
    return delete(found(call));
  }

  private Answer delete(List<LoadedFlow> unwanted) {
    long deleted = unwanted.stream().filter(flow -> flows.delete(flow.stored().id())).count();
    return Answer.json(new CountView((int) deleted));
  }

  Answer disableNamed(Call call) throws IOException {
    return switchTo(named(call), true);
  }

  Answer disableFound(Call call) {
    return switchTo(found(call), true);
  }

  Answer enableNamed(Call call) throws IOException {
    return switchTo(named(call), false);
  }

  Answer enableFound(Call call) {
    return switchTo(found(call), false);
  }

  private Answer switchTo(List<LoadedFlow> switched, boolean disabled) {
    Map<FlowId, String> sources = new LinkedHashMap<>();
    var invalids = new ArrayList<Invalid>();
    for (LoadedFlow flow : switched) {
      if (flow.stored().disabled() != disabled) {
        FlowId id = flow.stored().id();
        Optional<String> source = sets.switched(flow, disabled);
        source.ifPresentOrElse(
            text -> sources.put(id, text),
            () ->
                invalids.add(
                    new Invalid("the source must be edited by hand", id.toString(), "flow")));
      }
    }
    if (!invalids.isEmpty()) {
      throw Problem.invalidBulk(disabled ? "disable" : "enable", invalids);
    }
    sources.forEach(flows::update);
    return Answer.json(new CountView(sources.size()));
  }
}
