package dev.legato.rest.http;

import java.util.ArrayList;
import java.util.List;

/**
 * One operation of the interface: what it is called, who may call it, what goes in and out, and who
 * answers. The table of routes is the only source of the OpenAPI document and of the access tests.
 *
 * @param variables names of the path's variable segments, from left to right
 */
public record Route(
    Method method,
    Scope scope,
    Template path,
    List<String> variables,
    Access access,
    String summary,
    Body body,
    List<Parameter> parameters,
    List<Reply> replies,
    Handler handler) {

  /** Begins a route that reads. */
  public static RouteDraft get(Scope scope, String path, Access access, String summary) {
    return new RouteDraft(Method.GET, scope, path, access, summary);
  }

  /** Begins a route that creates or acts. */
  public static RouteDraft post(Scope scope, String path, Access access, String summary) {
    return new RouteDraft(Method.POST, scope, path, access, summary);
  }

  /** Begins a route that replaces. */
  public static RouteDraft put(Scope scope, String path, Access access, String summary) {
    return new RouteDraft(Method.PUT, scope, path, access, summary);
  }

  /** Begins a route that changes a part. */
  public static RouteDraft patch(Scope scope, String path, Access access, String summary) {
    return new RouteDraft(Method.PATCH, scope, path, access, summary);
  }

  /** Begins a route that removes. */
  public static RouteDraft delete(Scope scope, String path, Access access, String summary) {
    return new RouteDraft(Method.DELETE, scope, path, access, summary);
  }

  /** All paths at which the route is served, such as {@code /api/v1/flows/{namespace}/{id}}. */
  public List<String> paths() {
    var paths = new ArrayList<String>();
    for (List<String> prefix : scope.prefixes()) {
      var segments = new ArrayList<>(prefix);
      segments.addAll(path.segments());
      paths.add("/" + String.join("/", segments));
    }
    return List.copyOf(paths);
  }

  @Override
  public String toString() {
    return method + " " + paths().getFirst();
  }
}
