package dev.legato.rest.http;

import java.util.List;

/** Where in the tree of paths a route lives. */
public enum Scope {
  /** Directly under the context path. */
  ROOT,
  /** Under {@code /api/v1}. */
  API,
  /** Under {@code /api/v1} and under {@code /api/v1/main}: clients of all generations. */
  TENANT;

  /** The only tenant there is. */
  public static final String MAIN_TENANT = "main";

  private static final List<String> API_PREFIX = List.of("api", "v1");
  private static final List<String> TENANT_PREFIX = List.of("api", "v1", MAIN_TENANT);

  /** The segments in front of a route's own; every place at which the route is served. */
  public List<List<String>> prefixes() {
    return switch (this) {
      case ROOT -> List.of(List.of());
      case API -> List.of(API_PREFIX);
      case TENANT -> List.of(API_PREFIX, TENANT_PREFIX);
    };
  }
}
