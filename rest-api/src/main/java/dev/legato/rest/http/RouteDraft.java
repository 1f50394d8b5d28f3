package dev.legato.rest.http;

import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.Parameter.Place;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/** A route in the making; {@link #handledBy} completes it. */
public final class RouteDraft {
  private final Method method;
  private final Scope scope;
  private final Template path;
  private final Access access;
  private final String summary;
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<Reply> replies = new ArrayList<>();
  private Body body = Body.NONE;

  RouteDraft(Method method, Scope scope, String path, Access access, String summary) {
    this.method = method;
    this.scope = scope;
    this.path = Template.parse(path);
    this.access = access;
    this.summary = summary;
  }

  /** Documents a query parameter that may be absent. */
  public RouteDraft query(String name, Kind kind, String description) {
    return parameter(new Parameter(name, Place.QUERY, kind, false, false, description));
  }

  /** Documents a query parameter that may be given several times. */
  public RouteDraft queries(String name, Kind kind, String description) {
    return parameter(new Parameter(name, Place.QUERY, kind, false, true, description));
  }

  /** Documents a query parameter without which the request is refused. */
  public RouteDraft required(String name, Kind kind, String description) {
    return parameter(new Parameter(name, Place.QUERY, kind, true, false, description));
  }

  /** Documents a request header. */
  public RouteDraft header(String name, String description) {
    return parameter(new Parameter(name, Place.HEADER, Kind.TEXT, false, false, description));
  }

  /** Documents a parameter. */
  public RouteDraft parameter(Parameter parameter) {
    parameters.add(parameter);
    return this;
  }

  /** Says what the route reads from the body. */
  public RouteDraft reads(Body newBody) {
    body = newBody;
    return this;
  }

  /** Documents a JSON answer. */
  public RouteDraft answers(int status, Type type, String description) {
    return answers(new Reply(status, MediaType.JSON, type, description));
  }

  /** Documents an answer without a body. */
  public RouteDraft answers(int status, String description) {
    return answers(new Reply(status, "", Void.class, description));
  }

  /** Documents an answer. */
  public RouteDraft answers(Reply reply) {
    replies.add(reply);
    return this;
  }

  /** Completes the route. */
  public Route handledBy(Handler handler) {
    var all = new ArrayList<Parameter>();
    List<String> variables = path.variables();
    for (String name : variables) {
      all.add(new Parameter(name, Place.PATH, Kind.TEXT, true, false, ""));
    }
    all.addAll(parameters);
    return new Route(
        method,
        scope,
        path,
        variables,
        access,
        summary,
        body,
        List.copyOf(all),
        List.copyOf(replies),
        handler);
  }
}
