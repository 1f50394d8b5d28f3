package dev.legato.rest.http;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the route of a request by comparing whole segments. A literal segment goes before a
 * variable one; when nothing fits below the literal, the variable is tried.
 */
public final class RouteTable {
  private final Node root = new Node();
  private final List<Route> routes;

  /**
   * Builds the table.
   *
   * @param contextPath segments in front of every path
   * @throws IllegalStateException when two routes claim the same method and path
   */
  public RouteTable(List<String> contextPath, List<Route> routes) {
    this.routes = List.copyOf(routes);
    for (Route route : routes) {
      for (List<String> prefix : route.scope().prefixes()) {
        var segments = new ArrayList<>(contextPath);
        segments.addAll(prefix);
        segments.addAll(route.path().segments());
        add(segments, route);
      }
    }
  }

  /** All routes, in the order of their registration. */
  public List<Route> routes() {
    return routes;
  }

  /**
   * Finds the route.
   *
   * @param method null for one that no route has
   */
  Match find(@Nullable Method method, List<String> segments) {
    var search = new Search(method, segments);
    search.visit(root, 0, 0);
    if (search.found != null) {
      return new Match.Found(search.found, List.of(search.values).subList(0, search.valueCount));
    }
    return search.allowed.isEmpty()
        ? Match.Unknown.INSTANCE
        : new Match.OtherMethod(search.allowed);
  }

  private void add(List<String> segments, Route route) {
    Node node = root;
    for (String segment : segments) {
      node = Template.isVariable(segment) ? node.variable() : node.literal(segment);
    }
    Route other = node.routes.putIfAbsent(route.method(), route);
    if (other != null) {
      throw new IllegalStateException(
          "Expected one route for %s, but \"%s\" and \"%s\" claim it"
              .formatted(route, other.summary(), route.summary()));
    }
  }

  /** What the table says about a request. */
  sealed interface Match {
    /**
     * The route of the request.
     *
     * @param values of the variable segments, from left to right
     */
    record Found(Route route, List<String> values) implements Match {}

    /** The path exists, for other methods. */
    record OtherMethod(Set<Method> allowed) implements Match {}

    /** Nothing lives there. */
    enum Unknown implements Match {
      INSTANCE
    }
  }

  private static final class Node {
    private final Map<String, Node> literals = new HashMap<>();
    private final Map<Method, Route> routes = new EnumMap<>(Method.class);
    private @Nullable Node variable;

    private Node literal(String segment) {
      return literals.computeIfAbsent(segment, _ -> new Node());
    }

    private Node variable() {
      if (variable == null) {
        variable = new Node();
      }
      return variable;
    }
  }

  private static final class Search {
    private final @Nullable Method method;
    private final List<String> segments;
    private final String[] values;
    private final Set<Method> allowed = EnumSet.noneOf(Method.class);
    private int valueCount;
    private @Nullable Route found;

    private Search(@Nullable Method method, List<String> segments) {
      this.method = method;
      this.segments = segments;
      this.values = segments.toArray(String[]::new);
    }

    private void visit(Node node, int depth, int count) {
      if (depth == segments.size()) {
        arrive(node, count);
        return;
      }
      Node literal = node.literals.get(segments.get(depth));
      if (literal != null) {
        visit(literal, depth + 1, count);
      }
      if (found == null && node.variable != null) {
        values[count] = segments.get(depth);
        visit(node.variable, depth + 1, count + 1);
      }
    }

    private void arrive(Node node, int count) {
      if (method != null) {
        found = node.routes.get(method);
        valueCount = count;
      }
      allowed.addAll(node.routes.keySet());
    }
  }
}
