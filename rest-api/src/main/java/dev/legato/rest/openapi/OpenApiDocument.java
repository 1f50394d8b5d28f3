package dev.legato.rest.openapi;

import dev.legato.rest.http.Access;
import dev.legato.rest.http.Body;
import dev.legato.rest.http.MediaType;
import dev.legato.rest.http.Parameter;
import dev.legato.rest.http.ProblemView;
import dev.legato.rest.http.Reply;
import dev.legato.rest.http.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The OpenAPI 3.1 description of a table of routes. */
public final class OpenApiDocument {
  private static final String BASIC = "basic";

  private final Schemas schemas = new Schemas();

  private OpenApiDocument() {}

  /** Describes the routes. */
  public static Map<String, Object> of(List<Route> routes, String version) {
    return new OpenApiDocument().describe(routes, version);
  }

  private Map<String, Object> describe(List<Route> routes, String version) {
    var paths = new LinkedHashMap<String, Map<String, Object>>();
    for (Route route : routes) {
      List<String> places = route.paths();
      for (String path : places) {
        paths
            .computeIfAbsent(path, _ -> new LinkedHashMap<>())
            .put(route.method().name().toLowerCase(Locale.ROOT), operation(route, path, places));
      }
    }
    Map<String, Object> problem = schemas.of(ProblemView.class);
    var document = new LinkedHashMap<String, Object>();
    document.put("openapi", "3.1.0");
    document.put("info", Map.of("title", "Legato", "version", version));
    document.put("paths", paths);
    document.put(
        "components",
        Map.of(
            "schemas",
            schemas.named(),
            "responses",
            Map.of("Problem", Map.of("description", "What went wrong", "content", json(problem))),
            "securitySchemes",
            Map.of(BASIC, Map.of("type", "http", "scheme", "basic"))));
    return document;
  }

  private Map<String, Object> operation(Route route, String path, List<String> places) {
    var operation = new LinkedHashMap<String, Object>();
    operation.put("operationId", operationId(route, places.indexOf(path)));
    operation.put("summary", route.summary());
    operation.put("x-access", route.access().name());
    operation.put(
        "security",
        route.access() == Access.PUBLIC ? List.of() : List.of(Map.of(BASIC, List.of())));
    if (!route.parameters().isEmpty()) {
      operation.put("parameters", route.parameters().stream().map(this::parameter).toList());
    }
    if (!route.body().isNone()) {
      operation.put("requestBody", requestBody(route.body()));
    }
    operation.put("responses", responses(route));
    return operation;
  }

  private static String operationId(Route route, int place) {
    var id = new StringBuilder(route.method().name().toLowerCase(Locale.ROOT));
    boolean upper = true;
    String path = route.path().toString();
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        id.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      } else {
        upper = true;
      }
    }
    return place == 0 ? id.toString() : id + "InTenant";
  }

  private Map<String, Object> parameter(Parameter parameter) {
    var result = new LinkedHashMap<String, Object>();
    result.put("name", parameter.name());
    result.put("in", parameter.place().name().toLowerCase(Locale.ROOT));
    result.put("required", parameter.required());
    if (!parameter.description().isEmpty()) {
      result.put("description", parameter.description());
    }
    Map<String, Object> one = kind(parameter.kind());
    result.put("schema", parameter.repeated() ? Map.of("type", "array", "items", one) : one);
    return result;
  }

  private static Map<String, Object> kind(Parameter.Kind kind) {
    return switch (kind) {
      case TEXT -> Map.of("type", "string");
      case INTEGER -> Map.of("type", "integer");
      case BOOLEAN -> Map.of("type", "boolean");
      case INSTANT -> Map.of("type", "string", "format", "date-time");
      case DURATION -> Map.of("type", "string", "format", "duration");
    };
  }

  private Map<String, Object> requestBody(Body body) {
    var content = new LinkedHashMap<String, Object>();
    for (String mediaType : body.mediaTypes()) {
      content.put(mediaType, Map.of("schema", schemas.of(body.type())));
    }
    return Map.of("required", body.required(), "content", content);
  }

  private Map<String, Object> responses(Route route) {
    var responses = new LinkedHashMap<String, Object>();
    for (Reply reply : route.replies()) {
      responses.put(Integer.toString(reply.status()), response(reply));
    }
    responses.put("default", Map.of("$ref", "#/components/responses/Problem"));
    return responses;
  }

  private Map<String, Object> response(Reply reply) {
    if (reply.type() == Void.class) {
      return Map.of("description", reply.description());
    }
    Map<String, Object> content =
        Map.of(reply.mediaType(), Map.of("schema", schemas.of(reply.type())));
    return Map.of("description", reply.description(), "content", content);
  }

  private static Map<String, Object> json(Map<String, Object> schema) {
    return Map.of(MediaType.JSON, Map.of("schema", schema));
  }
}
