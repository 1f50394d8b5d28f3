package dev.legato.rest.statistic;

import dev.legato.rest.execution.ExecutionSearch;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import dev.legato.rest.log.LogSearch;
import dev.legato.storage.Storage;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** The routes of statistics. Without a date to begin with, they are about the last 30 days. */
public final class StatisticRoutes {
  private static final long MAX_BYTES = 64 * 1024;

  private StatisticRoutes() {}

  /** The routes. */
  public static List<Route> of(Storage storage, Json json, InstantSource clock) {
    var resource = new StatisticResource(storage.charts(), storage.executions(), json, clock);
    return List.of(
        pieces(
                ExecutionSearch.document(
                    get("executions/stats", "Counts executions over time, by state")))
            .answers(200, ExecutionStatsView.class, "Pieces of time, oldest first")
            .handledBy(resource::executions),
        ExecutionSearch.document(
                get("executions/stats/by-namespace", "Counts executions by namespace and state"))
            .answers(200, Types.of(List.class, NamespaceStatsView.class), "Namespaces by name")
            .handledBy(resource::byNamespace),
        Route.post(
                Scope.TENANT,
                "stats/executions/by-flow",
                Access.READ,
                "Shows what became of flows lately")
            .reads(
                new Body(
                    MAX_BYTES,
                    List.of(MediaType.JSON),
                    Types.of(Map.class, String.class, Object.class),
                    true))
            .answers(
                200,
                Types.of(List.class, FlowRunsView.class),
                "For each of the flows its last executions, as many as the body's last says")
            .handledBy(resource::byFlow),
        pieces(
                LogSearch.GRAMMAR.document(
                    get("logs/stats", "Counts log lines over time, by level")))
            .query("timeRange", Kind.DURATION, "Only lines written since")
            .answers(200, LogStatsView.class, "Pieces of time, oldest first")
            .handledBy(resource::logs));
  }

  private static RouteDraft get(String path, String summary) {
    return Route.get(Scope.TENANT, path, Access.READ, summary);
  }

  private static RouteDraft pieces(RouteDraft route) {
    return route.query(
        "groupBy", Kind.TEXT, "minute, hour, day, week or month; what suits the window if absent");
  }
}
