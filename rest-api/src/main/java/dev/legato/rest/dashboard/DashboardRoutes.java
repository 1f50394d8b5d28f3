package dev.legato.rest.dashboard;

import dev.legato.model.execution.Ids;
import dev.legato.rest.flow.ValidationView;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Reply;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import dev.legato.storage.Storage;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The routes of dashboards. */
public final class DashboardRoutes {
  private static final long MAX_BYTES = 1024 * 1024;
  private static final String ONE = "dashboards/{id}";
  private static final String CHART = ONE + "/charts/{chartId}";
  private static final String CSV = "/export/to-csv";

  private final DashboardResource resource;
  private final Body source = new Body(MAX_BYTES, List.of(MediaType.YAML), String.class, true);
  private final Body scope =
      new Body(
          MAX_BYTES,
          List.of(MediaType.JSON),
          Types.of(Map.class, String.class, Object.class),
          false);

  private DashboardRoutes(DashboardResource resource) {
    this.resource = resource;
  }

  /** The routes. */
  public static List<Route> of(
      Storage storage, Json json, InstantSource clock, RandomGenerator random) {
    var resource =
        new DashboardResource(
            storage.dashboards(),
            new ChartRun(storage.charts(), clock),
            json,
            clock,
            () -> Ids.newExecution(clock.instant(), random).value());
    return new DashboardRoutes(resource).all();
  }

  private List<Route> all() {
    return List.of(
        list(),
        Route.get(Scope.TENANT, ONE, Access.READ, "Shows a dashboard")
            .answers(200, DashboardView.class, "The dashboard")
            .handledBy(resource::get),
        Route.post(Scope.TENANT, "dashboards", Access.EDIT, "Creates a dashboard")
            .reads(source)
            .answers(200, DashboardView.class, "The dashboard, with an id if it had none")
            .handledBy(resource::create),
        Route.put(Scope.TENANT, ONE, Access.EDIT, "Changes a dashboard")
            .reads(source)
            .answers(200, DashboardView.class, "The dashboard")
            .handledBy(resource::update),
        Route.delete(Scope.TENANT, ONE, Access.EDIT, "Removes a dashboard")
            .answers(204, "It is removed")
            .handledBy(resource::delete),
        validation("dashboards/validate", "Checks a dashboard and saves nothing")
            .handledBy(resource::validate),
        validation("dashboards/validate/chart", "Checks a chart")
            .handledBy(resource::validateChart),
        rows(CHART, "Shows the figures of a chart").handledBy(resource::chart),
        table(CHART + CSV, "Downloads the figures of a chart").handledBy(resource::chartAsTable),
        rows("dashboards/charts/preview", "Shows the figures of a chart that is not saved")
            .handledBy(resource::preview),
        table("dashboards/charts" + CSV, "Downloads the figures of a chart that is not saved")
            .handledBy(resource::previewAsTable));
  }

  private Route list() {
    return Paging.document(Route.get(Scope.TENANT, "dashboards", Access.READ, "Lists dashboards"))
        .query("q", Kind.TEXT, "A part of the title")
        .answers(200, Types.of(PageView.class, DashboardView.class), "A page of dashboards")
        .handledBy(resource::list);
  }

  private RouteDraft validation(String path, String summary) {
    return Route.post(Scope.TENANT, path, Access.READ, summary)
        .reads(source)
        .answers(200, ValidationView.class, "What there is to say about it");
  }

  private RouteDraft rows(String path, String summary) {
    return Route.post(Scope.TENANT, path, Access.READ, summary)
        .reads(scope)
        .answers(200, Types.of(PageView.class, Map.class), "Rows, by the names of the columns");
  }

  private RouteDraft table(String path, String summary) {
    return Route.post(Scope.TENANT, path, Access.READ, summary)
        .reads(scope)
        .answers(new Reply(200, MediaType.CSV, String.class, "A line for each row"));
  }
}
