package dev.legato.rest.dashboard;

import dev.legato.language.complaint.Complaint;
import dev.legato.rest.dashboard.DashboardReader.Read;
import dev.legato.rest.export.Csv;
import dev.legato.rest.flow.ValidationView;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Problem.Detail;
import dev.legato.rest.search.Names;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import dev.legato.storage.DashboardField;
import dev.legato.storage.DashboardStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.PageRequest.Sort;
import dev.legato.storage.StoredDashboard;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps dashboards and shows the figures of their charts. */
final class DashboardResource {
  private static final Map<String, DashboardField> SORTS =
      Names.<DashboardField>inOrder()
          .add("id", DashboardField.ID)
          .add("title", DashboardField.TITLE)
          .add("created", DashboardField.CREATED_AT)
          .add("updated", DashboardField.UPDATED_AT)
          .map();

  private static final List<Sort<DashboardField>> BY_TITLE =
      List.of(new Sort<>(DashboardField.TITLE, false));

  private final DashboardStore store;
  private final ChartRun charts;
  private final Json json;
  private final InstantSource clock;
  private final Supplier<String> newId;

  DashboardResource(
      DashboardStore store,
      ChartRun charts,
      Json json,
      InstantSource clock,
      Supplier<String> newId) {
    this.store = store;
    this.charts = charts;
    this.json = json;
    this.clock = clock;
    this.newId = newId;
  }

  Answer list(Call call) {
    List<Filter<DashboardField>> filters =
        call.query()
            .text("q")
            .map(text -> List.of(Filter.of(DashboardField.QUERY, Operator.CONTAINS, text)))
            .orElse(List.of());
    var page = Paging.read(call.query(), SORTS, BY_TITLE);
    return Answer.json(PageView.of(store.search(filters, page), DashboardView::of));
  }

  Answer get(Call call) {
    return Answer.json(DashboardView.of(find(call)));
  }

  Answer create(Call call) throws IOException {
    String source = call.bodyText();
    Dashboard dashboard = valid(DashboardReader.dashboard(source));
    Instant now = clock.instant();
    String id = Objects.requireNonNullElseGet(dashboard.id(), newId);
    var stored = new StoredDashboard(id, dashboard.title(), source, now, now);
    if (!store.add(stored)) {
      throw refused("id", "there is another dashboard with the id '%s'".formatted(id));
    }
    return Answer.json(DashboardView.of(stored));
  }

  Answer update(Call call) throws IOException {
    StoredDashboard before = find(call);
    String source = call.bodyText();
    Dashboard dashboard = valid(DashboardReader.dashboard(source));
    if (dashboard.id() != null && !dashboard.id().equals(before.id())) {
      throw refused(
          "id",
          "the id of a dashboard cannot be changed, from '%s' to '%s'"
              .formatted(before.id(), dashboard.id()));
    }
    var after =
        new StoredDashboard(
            before.id(), dashboard.title(), source, before.createdAt(), clock.instant());
    if (!store.update(after)) {
      throw missing(before.id());
    }
    return Answer.json(DashboardView.of(after));
  }

  Answer delete(Call call) {
    String id = call.path("id");
    if (!store.delete(id)) {
      throw missing(id);
    }
    return Answer.noContent();
  }

  Answer validate(Call call) throws IOException {
    return validated(DashboardReader.dashboard(call.bodyText()));
  }

  Answer validateChart(Call call) throws IOException {
    return validated(DashboardReader.chart(call.bodyText()));
  }

  private static Answer validated(Read<?> read) {
    return Answer.json(ValidationView.of(0, null, null, read.complaints()));
  }

  Answer chart(Call call) throws IOException {
    return Answer.json(rows(call, chartOf(call)));
  }

  Answer chartAsTable(Call call) throws IOException {
    return table(rows(call, chartOf(call)));
  }

  Answer preview(Call call) throws IOException {
    return Answer.json(previewed(call));
  }

  Answer previewAsTable(Call call) throws IOException {
    return table(previewed(call));
  }

  /** A chart of a dashboard, with how long its window may be. */
  private record Placed(Dashboard dashboard, Chart chart) {}

  private Placed chartOf(Call call) {
    StoredDashboard stored = find(call);
    String id = call.path("chartId");
    Dashboard dashboard = valid(DashboardReader.dashboard(stored.source()));
    return new Placed(
        dashboard,
        dashboard
            .chart(id)
            .orElseThrow(
                () ->
                    Problem.notFound(
                        "dashboard '%s' has no chart '%s'".formatted(stored.id(), id))));
  }

  private PageView<Map<String, @Nullable Object>> rows(Call call, Placed placed)
      throws IOException {
    byte[] body = call.body();
    return charts.run(
        placed.chart(),
        ChartScope.read(
            body.length == 0 ? Map.of() : json.readObject(body),
            placed.dashboard().window(),
            placed.dashboard().longestWindow(),
            clock.instant()));
  }

  private PageView<Map<String, @Nullable Object>> previewed(Call call) throws IOException {
    Map<?, ?> body = json.readObject(call.body());
    if (!(body.get("chart") instanceof String source)) {
      throw Problem.unreadable("Invalid JSON: expected the YAML of a chart as 'chart'");
    }
    Map<?, ?> scope = body.get("globalFilter") instanceof Map<?, ?> filter ? filter : Map.of();
    return charts.run(
        valid(DashboardReader.chart(source)),
        ChartScope.read(scope, Dashboard.USUAL_WINDOW, Dashboard.MAX_WINDOW, clock.instant()));
  }

  private static Answer table(PageView<Map<String, @Nullable Object>> page) {
    List<String> columns =
        page.results().isEmpty() ? List.of() : List.copyOf(page.results().getFirst().keySet());
    List<List<String>> rows =
        page.results().stream()
            .map(
                row -> {
                  var cells = new ArrayList<String>();
                  columns.forEach(name -> cells.add(Objects.toString(row.get(name), "")));
                  return List.<String>copyOf(cells);
                })
            .toList();
    return Csv.answer("chart.csv", columns, rows);
  }

  private StoredDashboard find(Call call) {
    String id = call.path("id");
    return store.find(id).orElseThrow(() -> missing(id));
  }

  private static Problem missing(String id) {
    return Problem.notFound("dashboard '%s' does not exist".formatted(id));
  }

  private static Problem refused(String property, String why) {
    return Problem.invalid(List.of(new Detail(why, property)));
  }

  private static <T> T valid(Read<T> read) {
    return read.value()
        .orElseThrow(
            () ->
                Problem.invalid(
                    read.complaints().stream()
                        .filter(Complaint::isError)
                        .map(
                            complaint ->
                                new Detail(
                                    complaint.toString(),
                                    complaint.path(),
                                    complaint.code().name()))
                        .toList()));
  }
}
