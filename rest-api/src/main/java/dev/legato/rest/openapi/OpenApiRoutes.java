package dev.legato.rest.openapi;

import dev.legato.rest.http.Access;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Handler;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import java.util.List;
import java.util.Map;

/** The routes of the OpenAPI document. */
public final class OpenApiRoutes {
  private OpenApiRoutes() {}

  /** The routes that describe others. */
  public static List<Route> of(List<Route> described, String version) {
    Handler handler = _ -> Answer.json(OpenApiDocument.of(described, version));
    return List.of(
        describing("api").handledBy(handler), describing("api/openapi.json").handledBy(handler));
  }

  private static RouteDraft describing(String path) {
    return Route.get(Scope.ROOT, path, Access.READ, "Describes this interface")
        .answers(200, Types.of(Map.class, String.class, Object.class), "An OpenAPI 3.1 document");
  }
}
