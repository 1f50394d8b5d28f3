package dev.legato.rest.namespace;

import dev.legato.rest.http.Json;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be said about a namespace.
 *
 * @param description for people
 * @param variables JSON values that expressions see as {@code namespace}
 */
public record NamespaceBody(
    String id, @Nullable String description, Map<String, @Nullable Object> variables) {
  /** What other servers keep by namespace; to take it without effect would mislead. */
  private static final List<String> UNKNOWN =
      List.of(
          "pluginDefaults",
          "allowedNamespaces",
          "workerGroup",
          "storageType",
          "storageConfiguration",
          "secretType",
          "secretConfiguration");

  /**
   * Reads a request.
   *
   * @param id of the path; null when the body has to name it
   */
  static NamespaceBody read(Json json, byte[] request, @Nullable String id) {
    Map<?, ?> body = json.readObject(request);
    for (String name : UNKNOWN) {
      if (!isEmpty(body.get(name))) {
        throw Problem.illegalArgument(
            "'%s' cannot be set for a namespace here; leave it out".formatted(name));
      }
    }
    String named = text(body, "id");
    if (id != null && named != null && !named.equals(id)) {
      throw Problem.illegalArgument(
          "the body names the namespace '%s', the address '%s'".formatted(named, id));
    }
    String chosen = id == null ? named : id;
    if (chosen == null) {
      throw Problem.illegalArgument("the namespace needs an 'id'");
    }
    return new NamespaceBody(
        PathIds.name(chosen, "namespace"), text(body, "description"), variables(body));
  }

  private static boolean isEmpty(@Nullable Object value) {
    return switch (value) {
      case null -> true;
      case String text -> text.isBlank();
      case Collection<?> list -> list.isEmpty();
      case Map<?, ?> map -> map.isEmpty();
      default -> false;
    };
  }

  private static @Nullable String text(Map<?, ?> body, String name) {
    Object value = body.get(name);
    if (value != null && !(value instanceof String)) {
      throw Problem.illegalArgument("'%s' must be a text".formatted(name));
    }
    return (String) value;
  }

  private static Map<String, @Nullable Object> variables(Map<?, ?> body) {
    Object value = body.get("variables");
    if (value != null && !(value instanceof Map<?, ?>)) {
      throw Problem.illegalArgument("'variables' must be a map from names to values");
    }
    var variables = new LinkedHashMap<String, @Nullable Object>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, each) -> variables.put(String.valueOf(name), each));
    }
    return variables;
  }
}
