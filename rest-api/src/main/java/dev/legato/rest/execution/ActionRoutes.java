package dev.legato.rest.execution;

import dev.legato.rest.bulk.BulkReader;
import dev.legato.rest.bulk.BulkView;
import dev.legato.rest.flow.LabelView;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.Handler;
import dev.legato.rest.http.Json;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Method;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The routes that do something to executions: to one of them under the older and the newer path, to
 * those of a list, and to all that a query finds.
 */
final class ActionRoutes {
  private static final long MAX_LABEL_BYTES = 1024 * 1024;

  private final ActionResource one;
  private final BulkResource many;
  private final FormActionResource forms;
  private final Json json;
  private final Body inputs;
  private final List<Route> routes = new ArrayList<>();

  ActionRoutes(
      ActionResource one, BulkResource many, FormActionResource forms, Json json, Body inputs) {
    this.one = one;
    this.many = many;
    this.forms = forms;
    this.json = json;
    this.inputs = inputs;
  }

  List<Route> all() {
    addStops();
    addPauses();
    addReruns();
    addCorrections();
    addDeletes();
    return List.copyOf(routes);
  }

  private void addStops() {
    UnaryOperator<RouteDraft> cascade =
        route ->
            route.query(
                "isOnKillCascade",
                Kind.BOOLEAN,
                "Whether to stop what it has started, too; true if absent");
    addOne(Method.DELETE, Operations.KILL, cascade, one.does(Operations.KILL));
    addMany(Method.DELETE, Operations.KILL, cascade);
  }

  private void addPauses() {
    addOne(Method.POST, Operations.PAUSE, UnaryOperator.identity(), one.does(Operations.PAUSE));
    addMany(Method.POST, Operations.PAUSE, UnaryOperator.identity());
    addOne(
        Method.POST,
        Operations.RESUME,
        route ->
            route
                .query("taskRunId", Kind.TEXT, "Which pause is over; the first one if absent")
                .reads(inputs),
        forms::resume);
    addMany(Method.POST, Operations.RESUME, UnaryOperator.identity());
    addResumeCheck("executions/{id}/resume/validate", "");
    addResumeCheck("executions/{id}/actions/resume/validate", "; the newer spelling");
    addBreakpoints();
    addOne(
        Method.POST,
        Operations.FORCE_RUN,
        UnaryOperator.identity(),
        one.does(Operations.FORCE_RUN));
    addMany(Method.POST, Operations.FORCE_RUN, UnaryOperator.identity());
    addUnqueue();
  }

  private void addBreakpoints() {
    UnaryOperator<RouteDraft> others =
        route ->
            route.query(
                Breakpoints.PARAMETER,
                Kind.TEXT,
                Breakpoints.DESCRIPTION + "; those that it has if absent");
    Operation resume = Operations.RESUME_FROM_BREAKPOINT;
    addOne(Method.POST, resume, others, one.does(resume));
    addMany(Method.POST, resume, others);
  }

  private void addResumeCheck(String path, String spelling) {
    routes.add(
        Route.post(
                Scope.TENANT,
                path,
                Access.RUN,
                "Checks answers to what a pause asks and resumes nothing" + spelling)
            .query("taskRunId", Kind.TEXT, "Which pause is meant; the first one if absent")
            .reads(inputs)
            .answers(200, InputsView.class, "Every question with what would become of its answer")
            .handledBy(forms::validateResume));
  }

  private void addUnqueue() {
    UnaryOperator<RouteDraft> state =
        route ->
            route.query("state", Kind.TEXT, "RUNNING, or a state to end in; RUNNING if absent");
    addOne(Method.POST, Operations.UNQUEUE, state, one.does(Operations.UNQUEUE));
    addNamed(Method.POST, Operations.UNQUEUE, state);
    addFound(
        Method.POST,
        Operations.UNQUEUE_FOUND,
        route ->
            route.query("newState", Kind.TEXT, "RUNNING, or a state to end in; RUNNING if absent"));
  }

  private void addReruns() {
    UnaryOperator<RouteDraft> revision =
        route ->
            route.query("revision", Kind.INTEGER, "Go on with that revision; its own if absent");
    UnaryOperator<RouteDraft> replay =
        route ->
            revision
                .apply(route)
                .query("taskRunId", Kind.TEXT, "Where to go on; from the start if absent")
                .query(Breakpoints.PARAMETER, Kind.TEXT, Breakpoints.DESCRIPTION);
    addOne(Method.POST, Operations.RESTART, revision, one.does(Operations.RESTART));
    addMany(Method.POST, Operations.RESTART, UnaryOperator.identity());
    addOne(Method.POST, Operations.REPLAY, replay, one.does(Operations.REPLAY));
    addOne(
        Method.POST,
        Operations.REPLAY_WITH_INPUTS,
        route -> replay.apply(route).reads(inputs),
        forms::replay);
    addMany(
        Method.POST,
        Operations.REPLAY,
        route ->
            route.query(
                "latestRevision",
                Kind.BOOLEAN,
                "Whether to run the newest revisions of the flows"));
  }

  private void addCorrections() {
    Operation taskRun = Operations.changeTaskRun(json);
    addOne(
        Method.POST, taskRun, route -> route.reads(body(TaskRunChange.class)), one.does(taskRun));
    UnaryOperator<RouteDraft> status =
        route -> route.required("status", Kind.TEXT, "A state in which executions end");
    addOne(Method.POST, Operations.CHANGE_STATUS, status, one.does(Operations.CHANGE_STATUS));
    addMany(
        Method.POST,
        Operations.CHANGE_STATUS,
        route -> route.required("newStatus", Kind.TEXT, "A state in which executions end"));
    Operation labels = Operations.setLabels(json);
    Body list =
        new Body(
            MAX_LABEL_BYTES, List.of(MediaType.JSON), Types.of(List.class, LabelView.class), true);
    addOne(Method.POST, labels, route -> route.reads(list), one.does(labels));
    routes.add(
        bulk(Method.POST, labels, "by-ids", "; those of a list")
            .reads(body(LabelChange.class))
            .handledBy(call -> many.labelNamed(call, labels)));
    addFound(Method.POST, labels, route -> route.reads(list));
  }

  private void addDeletes() {
    routes.add(
        parts(Route.delete(Scope.TENANT, "executions/{id}", Access.RUN, Operations.DELETE.one()))
            .answers(204, "The execution is removed; one that ran was stopped first")
            .handledBy(one.does(Operations.DELETE)));
    routes.add(
        withLiveOnes(
                parts(
                    Route.delete(
                        Scope.TENANT,
                        "executions/by-ids",
                        Access.RUN,
                        Operations.DELETE.many() + "; those of a list")))
            .reads(BulkReader.ids())
            .answers(200, BulkView.class, "How many were removed")
            .handledBy(many::deleteNamed));
    routes.add(
        ExecutionSearch.document(
                withLiveOnes(
                    parts(
                        Route.delete(
                            Scope.TENANT,
                            "executions/by-query",
                            Access.RUN,
                            Operations.DELETE.many() + "; all that a query finds"))))
            .answers(200, BulkView.class, "How many were removed")
            .handledBy(many::deleteFound));
  }

  private static RouteDraft parts(RouteDraft route) {
    return route
        .query("deleteLogs", Kind.BOOLEAN, "Whether the log goes, too; true if absent")
        .query("deleteMetrics", Kind.BOOLEAN, "Whether the figures go, too; true if absent")
        .query("deleteStorage", Kind.BOOLEAN, "Whether the files go, too; true if absent");
  }

  private static RouteDraft withLiveOnes(RouteDraft route) {
    return route.query(
        "includeNonTerminated", Kind.BOOLEAN, "Whether to stop and remove those that run, too");
  }

  /** Under the path of the first generations and under that of today. */
  private void addOne(
      Method method, Operation operation, UnaryOperator<RouteDraft> details, Handler handler) {
    String old = "executions/{id}/" + operation.name();
    RouteDraft older =
        method == Method.DELETE
            ? Route.delete(Scope.TENANT, old, Access.RUN, operation.one())
            : Route.post(Scope.TENANT, old, Access.RUN, operation.one());
    RouteDraft newer =
        Route.post(
            Scope.TENANT,
            "executions/{id}/actions/" + operation.name(),
            Access.RUN,
            operation.one() + "; the newer spelling");
    for (RouteDraft route : List.of(older, newer)) {
      routes.add(
          details
              .apply(route)
              .answers(200, ExecutionView.class, "The execution, or the new one that was made")
              .handledBy(handler));
    }
  }

  private void addMany(Method method, Operation operation, UnaryOperator<RouteDraft> details) {
    addNamed(method, operation, details);
    addFound(method, operation, details);
  }

  private void addNamed(Method method, Operation operation, UnaryOperator<RouteDraft> details) {
    routes.add(
        details
            .apply(bulk(method, operation, "by-ids", "; those of a list"))
            .reads(BulkReader.ids())
            .handledBy(many.named(operation)));
  }

  private void addFound(Method method, Operation operation, UnaryOperator<RouteDraft> details) {
    RouteDraft route = bulk(method, operation, "by-query", "; all that a query finds");
    routes.add(ExecutionSearch.document(details.apply(route)).handledBy(many.found(operation)));
  }

  private static RouteDraft bulk(Method method, Operation operation, String which, String words) {
    String path = "executions/%s/%s".formatted(operation.name(), which);
    String summary = operation.many() + words;
    RouteDraft route =
        method == Method.DELETE
            ? Route.delete(Scope.TENANT, path, Access.RUN, summary)
            : Route.post(Scope.TENANT, path, Access.RUN, summary);
    return route.answers(
        200, BulkView.class, "How many; 400 with invalids and no change unless all allow it");
  }

  private static Body body(Class<?> type) {
    return new Body(MAX_LABEL_BYTES, List.of(MediaType.JSON), type, true);
  }
}
