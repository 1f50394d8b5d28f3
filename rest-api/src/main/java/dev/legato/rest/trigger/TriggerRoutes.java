package dev.legato.rest.trigger;

import dev.legato.model.trigger.TriggerId;
import dev.legato.orchestrator.trigger.TriggerOutcome;
import dev.legato.orchestrator.trigger.Triggers;
import dev.legato.rest.bulk.BulkView;
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
import java.lang.reflect.Type;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The routes of triggers. */
public final class TriggerRoutes {
  private static final String OF_FLOW = "triggers/{namespace}/{flowId}";
  private static final String ONE = OF_FLOW + "/{triggerId}";
  private static final String BY_QUERY = "/by-query";
  private static final String BY_TRIGGERS = "/by-triggers";
  private static final long MAX_BYTES = 4 * 1024 * 1024;

  private final Triggers triggers;
  private final TriggerResource resource;
  private final TriggerActionResource actions;

  private TriggerRoutes(Triggers triggers, Json json, InstantSource clock) {
    this.triggers = triggers;
    this.resource = new TriggerResource(triggers, json, clock);
    this.actions = new TriggerActionResource(triggers, resource, json);
  }

  /** The routes. */
  public static List<Route> of(Triggers triggers, Json json, InstantSource clock) {
    var routes = new TriggerRoutes(triggers, json, clock);
    var all = new ArrayList<Route>();
    all.addAll(routes.shown());
    all.addAll(routes.steered());
    all.addAll(routes.backfills());
    all.addAll(routes.switches());
    all.addAll(routes.bulk(Verb.POST, "unlock", "Lets triggers go on that wait", triggers::unlock));
    all.addAll(
        routes.bulk(Verb.DELETE, "delete", "Forgets where triggers stand", triggers::remove));
    return all;
  }

  private List<Route> shown() {
    var search = Route.get(Scope.TENANT, "triggers/search", Access.READ, "Searches triggers");
    var list = Route.get(Scope.TENANT, OF_FLOW, Access.READ, "Lists the triggers of a flow");
    var export =
        Route.get(
            Scope.TENANT,
            "triggers/export/by-query/csv",
            Access.READ,
            "Downloads the triggers that are found as a table");
    return List.of(
        TriggerSearch.document(Paging.document(search))
            .answers(200, Types.of(PageView.class, TriggerView.class), "A page of triggers")
            .handledBy(resource::search),
        Paging.document(list)
            .query("q", Kind.TEXT, "Free text")
            .answers(200, Types.of(PageView.class, TriggerStateView.class), "A page of triggers")
            .handledBy(resource::ofFlow),
        Route.get(Scope.TENANT, ONE, Access.READ, "Shows a trigger")
            .answers(200, TriggerView.class, "The trigger")
            .handledBy(resource::get),
        TriggerSearch.document(export)
            .answers(new Reply(200, MediaType.CSV, String.class, "The table"))
            .handledBy(resource::export),
        nextDates());
  }

  private Route nextDates() {
    return Route.get(
            Scope.TENANT,
            "triggers/next-dates",
            Access.READ,
            "Calculates the next dates of a cron expression")
        .required("cron", Kind.TEXT, "Five fields, or six with seconds first")
        .query("withSeconds", Kind.BOOLEAN, "Whether there are six fields; false by default")
        .query("timezone", Kind.TEXT, "The id of a zone; the server's by default")
        .query("size", Kind.INTEGER, "How many, 1 to 100; 10 by default")
        .answers(200, NextDatesView.class, "The dates; 422 when the expression is not in order")
        .handledBy(resource::nextDates);
  }

  private List<Route> steered() {
    return List.of(
        one(Route.put(Scope.TENANT, "triggers", Access.RUN, "Switches a trigger or backfills it"))
            .reads(json(TriggerChange.class))
            .handledBy(actions::update),
        one(Route.post(Scope.TENANT, ONE + "/unlock", Access.RUN, "Lets a trigger go on"))
            .answers(409, "It does not wait for anything")
            .handledBy(actions.toNamed(triggers::unlock)),
        one(Route.post(Scope.TENANT, ONE + "/restart", Access.RUN, "Evaluates a trigger once more"))
            .handledBy(actions.toNamed(triggers::restart)),
        one(Route.delete(Scope.TENANT, ONE, Access.RUN, "Forgets where a trigger stands"))
            .handledBy(actions.toNamed(triggers::remove)));
  }

  private List<Route> backfills() {
    var routes = new ArrayList<Route>();
    routes.add(
        one(Route.put(
                Scope.TENANT,
                "triggers/backfill/create",
                Access.RUN,
                "Makes up for a stretch of the past"))
            .reads(json(TriggerChange.class))
            .answers(409, "It is no schedule, or has a backfill already")
            .handledBy(actions::backfill));
    routes.addAll(
        backfill(Verb.PUT, "pause", "Lets backfills wait", id -> triggers.pauseBackfill(id, true)));
    routes.addAll(
        backfill(
            Verb.PUT, "unpause", "Lets backfills go on", id -> triggers.pauseBackfill(id, false)));
    routes.addAll(backfill(Verb.POST, "delete", "Gives backfills up", triggers::deleteBackfill));
    return routes;
  }

  private List<Route> backfill(
      Verb verb, String name, String summary, Function<TriggerId, TriggerOutcome> action) {
    String path = "backfill/" + name;
    var routes = new ArrayList<Route>();
    routes.add(
        one(verb.route("triggers/" + path, summary))
            .reads(json(TriggerName.class))
            .answers(400, "It has no backfill")
            .handledBy(actions.toGiven(action, 400)));
    routes.addAll(bulk(Verb.POST, path, summary + ", many at once", action));
    return routes;
  }

  private List<Route> switches() {
    String path = "triggers/set-disabled";
    String summary = "Switches triggers on or off";
    var found = Route.post(Scope.TENANT, path + BY_QUERY, Access.RUN, summary);
    return List.of(
        one(Route.put(Scope.TENANT, path, Access.RUN, "Switches a trigger on or off"))
            .reads(json(TriggerChange.class))
            .answers(422, "A trigger that listens is switched off in its flow")
            .handledBy(actions::switchOff),
        many(Route.post(Scope.TENANT, path + BY_TRIGGERS, Access.RUN, summary))
            .reads(json(SwitchRequest.class))
            .handledBy(actions::switchListed),
        many(TriggerSearch.document(found))
            .query("disabled", Kind.BOOLEAN, "true by default")
            .reads(conditions())
            .handledBy(actions::switchFound));
  }

  private List<Route> bulk(
      Verb verb, String name, String summary, Function<TriggerId, TriggerOutcome> action) {
    String path = "triggers/" + name;
    return List.of(
        many(verb.route(path + BY_TRIGGERS, summary))
            .reads(json(Types.of(List.class, TriggerName.class)))
            .handledBy(actions.toListed(action)),
        many(TriggerSearch.document(verb.route(path + BY_QUERY, summary)))
            .reads(conditions())
            .handledBy(actions.toFound(action)));
  }

  private enum Verb {
    POST,
    PUT,
    DELETE;

    RouteDraft route(String path, String summary) {
      return switch (this) {
        case POST -> Route.post(Scope.TENANT, path, Access.RUN, summary);
        case PUT -> Route.put(Scope.TENANT, path, Access.RUN, summary);
        case DELETE -> Route.delete(Scope.TENANT, path, Access.RUN, summary);
      };
    }
  }

  private static RouteDraft one(RouteDraft route) {
    return route
        .answers(200, TriggerStateView.class, "Where the trigger stands then")
        .answers(404, "There is no such trigger");
  }

  private static RouteDraft many(RouteDraft route) {
    return route.answers(200, BulkView.class, "For how many it was done; others are left out");
  }

  private static Body json(Type type) {
    return new Body(MAX_BYTES, List.of(MediaType.JSON), type, true);
  }

  /** Newer clients send the conditions as {@code {"filters": [...]}}. */
  private static Body conditions() {
    return new Body(MAX_BYTES, List.of(MediaType.JSON), Map.class, false);
  }
}
