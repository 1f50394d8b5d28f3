package dev.legato.rest.log;

import dev.legato.orchestrator.live.LiveFeed;
import dev.legato.rest.http.Access;
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

/** The routes of log lines. */
public final class LogRoutes {
  private static final String OF_EXECUTION = "logs/{executionId}";

  private LogRoutes() {}

  /** The routes. */
  public static List<Route> of(Storage storage, LiveFeed live, Json json, InstantSource clock) {
    var resource = new LogResource(storage.logs(), storage.executions(), live, json, clock);
    RouteDraft search = Route.get(Scope.TENANT, "logs/search", Access.READ, "Searches log lines");
    return List.of(
        LogSearch.GRAMMAR
            .document(Paging.document(search))
            .answers(200, Types.of(PageView.class, LogView.class), "A page of lines, newest first")
            .handledBy(resource::search),
        LogSearch.GRAMMAR
            .document(
                Route.get(
                    Scope.TENANT, "logs/download", Access.READ, "Downloads the lines of a search"))
            .answers(new Reply(200, MediaType.TEXT, String.class, "All lines, oldest first"))
            .handledBy(resource::downloadFound),
        narrowed(Route.get(Scope.TENANT, OF_EXECUTION, Access.READ, "Shows an execution's log"))
            .answers(200, Types.of(List.class, LogView.class), "Lines, oldest first")
            .handledBy(resource::list),
        narrowed(
                Route.get(
                    Scope.TENANT,
                    OF_EXECUTION + "/download",
                    Access.READ,
                    "Downloads an execution's log"))
            .answers(new Reply(200, MediaType.TEXT, String.class, "Time, level and message"))
            .handledBy(resource::download),
        narrowed(
                Route.get(
                    Scope.TENANT,
                    OF_EXECUTION + "/follow",
                    Access.READ,
                    "Watches an execution's log"))
            .answers(
                new Reply(
                    200, MediaType.EVENTS, LogView.class, "Events named progress, one for a line"))
            .handledBy(resource::follow),
        narrowed(Route.delete(Scope.TENANT, OF_EXECUTION, Access.RUN, "Removes an execution's log"))
            .answers(200, "The lines are removed")
            .handledBy(resource::delete),
        ofTrigger(resource));
  }

  private static Route ofTrigger(LogResource resource) {
    return Route.delete(
            Scope.TENANT,
            "logs/{namespace}/{flowId}",
            Access.RUN,
            "Removes what a trigger has written")
        .required("triggerId", Kind.TEXT, "Of the flow")
        .answers(200, "The lines are removed")
        .handledBy(resource::deleteOfTrigger);
  }

  private static RouteDraft narrowed(RouteDraft route) {
    return route
        .query("minLevel", Kind.TEXT, "Only lines of that level and above")
        .query("taskRunId", Kind.TEXT, "Only lines of that task run")
        .query("taskId", Kind.TEXT, "Only lines of that task")
        .query("attempt", Kind.INTEGER, "Only lines of that attempt, from 0");
  }
}
