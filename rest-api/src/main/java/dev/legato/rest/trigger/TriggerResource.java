package dev.legato.rest.trigger;

import dev.legato.model.flow.FlowId;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.trigger.Triggers;
import dev.legato.rest.export.Csv;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Pages;
import dev.legato.rest.search.Paging;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.TriggerField;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows triggers. */
final class TriggerResource {
  private static final int MAX_DATES = 100;
  private static final byte[] NO_BODY = {};

  private static final List<String> COLUMNS =
      List.of(
          "namespace",
          "flowId",
          "triggerId",
          "kind",
          "disabled",
          "locked",
          "date",
          "nextExecutionDate",
          "lastTriggeredDate",
          "executionId",
          "workerId",
          "problem");

  private final Triggers triggers;
  private final Json json;
  private final InstantSource clock;

  TriggerResource(Triggers triggers, Json json, InstantSource clock) {
    this.triggers = triggers;
    this.json = json;
    this.clock = clock;
  }

  Answer search(Call call) {
    var page = Paging.read(call.query(), TriggerSearch.SORTS, TriggerSearch.BY_ID);
    var filters = TriggerSearch.filters(call.query(), NO_BODY, json, clock);
    return Answer.json(PageView.of(triggers.search(filters, page), this::item));
  }

  Answer ofFlow(Call call) {
    FlowId flow = PathIds.flow(call, "flowId");
    var page = Paging.read(call.query(), TriggerSearch.SORTS, TriggerSearch.BY_ID);
    var filters = new ArrayList<Filter<TriggerField>>();
    filters.add(Filter.of(TriggerField.NAMESPACE, Operator.EQUALS, flow.namespace()));
    filters.add(Filter.of(TriggerField.FLOW_ID, Operator.EQUALS, flow.id()));
    call.query()
        .text("q")
        .ifPresent(text -> filters.add(Filter.of(TriggerField.QUERY, Operator.EQUALS, text)));
    return Answer.json(PageView.of(triggers.search(filters, page), this::state));
  }

  Answer get(Call call) {
    TriggerId id = id(call);
    return Answer.json(item(triggers.find(id).orElseThrow(() -> missing(id))));
  }

  Answer export(Call call) throws IOException {
    List<List<String>> rows = found(call).stream().map(TriggerResource::row).toList();
    return Csv.answer("triggers.csv", COLUMNS, rows);
  }

  Answer nextDates(Call call) {
    var query = call.query();
    try {
      var dates =
          triggers.nextDates(
              query.required("cron"),
              query.flag("withSeconds", false),
              query.text("timezone").orElse(null),
              query.number("size", 1, MAX_DATES).orElse(10));
      return Answer.json(NextDatesView.of(dates.zone().getId(), dates.dates()));
    } catch (IllegalArgumentException e) {
      throw Problem.illegalArgument(e);
    }
  }

  /** All that a request asks for. */
  List<TriggerState> found(Call call) throws IOException {
    byte[] body = call.route().body().isNone() ? NO_BODY : call.body();
    var filters = TriggerSearch.filters(call.query(), body, json, clock);
    return Pages.all(TriggerSearch.BY_ID, page -> triggers.search(filters, page));
  }

  TriggerStateView state(TriggerState state) {
    return TriggerStateView.of(state, triggers.definition(state.id()).orElse(null));
  }

  private TriggerView item(TriggerState state) {
    return TriggerView.of(state, triggers.definition(state.id()).orElse(null));
  }

  /** The trigger that a path names. */
  static TriggerId id(Call call) {
    return new TriggerId(
        PathIds.flow(call, "flowId"), PathIds.name(call.path("triggerId"), "trigger id"));
  }

  static Problem missing(TriggerId id) {
    return Problem.notFound("trigger '%s' does not exist".formatted(id));
  }

  private static List<String> row(TriggerState state) {
    var view = TriggerStateView.of(state, null);
    return List.of(
        view.namespace(),
        view.flowId(),
        view.triggerId(),
        view.kind().name(),
        text(view.disabled()),
        text(view.locked()),
        text(view.date()),
        text(view.nextExecutionDate()),
        text(view.lastTriggeredDate()),
        text(view.executionId()),
        text(view.workerId()),
        text(view.problem()));
  }

  private static String text(@Nullable Object value) {
    return Objects.toString(value, "");
  }
}
