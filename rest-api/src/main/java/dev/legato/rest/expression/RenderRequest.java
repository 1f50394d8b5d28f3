package dev.legato.rest.expression;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which expressions a client wants to be rendered, and with whose variables: those of an execution,
 * of a flow's source, of a stored flow, or none.
 *
 * @param flow a YAML source
 */
record RenderRequest(
    Set<String> expressions,
    @Nullable ExecutionId executionId,
    @Nullable String namespace,
    @Nullable String flowId,
    @Nullable String flow) {
  private static final int MAX_EXPRESSIONS = 100;

  static RenderRequest of(Map<?, ?> body) {
    String execution = text(body, "executionId");
    return new RenderRequest(
        expressions(body.get("expressions")),
        execution == null ? null : new ExecutionId(execution),
        text(body, "namespace"),
        text(body, "flowId"),
        text(body, "flow"));
  }

  private static Set<String> expressions(@Nullable Object value) {
    if (!(value instanceof List<?> list)) {
      throw Problem.unreadable("Invalid JSON: expected {\"expressions\": [\"{{ … }}\"]}");
    }
    if (list.size() > MAX_EXPRESSIONS) {
      throw Problem.illegalArgument(
          "at most %d expressions are rendered at once".formatted(MAX_EXPRESSIONS));
    }
    var expressions = new LinkedHashSet<String>();
    for (Object element : list) {
      if (!(element instanceof String expression)) {
        throw Problem.unreadable("Invalid JSON: every expression must be a text");
      }
      expressions.add(expression);
    }
    return expressions;
  }

  private static @Nullable String text(Map<?, ?> body, String name) {
    return switch (body.get(name)) {
      case null -> null;
      case String text -> text.isBlank() ? null : text;
      default -> throw Problem.unreadable("Invalid JSON: '%s' must be a text".formatted(name));
    };
  }

  /** The stored flow that is meant; absent when none is. */
  @Nullable FlowId stored() {
    return namespace == null || flowId == null
        ? null
        : new FlowId(PathIds.name(namespace, "namespace"), PathIds.name(flowId, "flow id"));
  }
}
