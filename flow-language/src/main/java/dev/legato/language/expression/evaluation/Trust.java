package dev.legato.language.expression.evaluation;

import dev.legato.language.expression.syntax.Expr;
import dev.legato.language.expression.syntax.References;
import dev.legato.language.expression.syntax.Template;
import java.util.Set;

/**
 * Decides whether a text that is about to be rendered was written by the author of a flow.
 *
 * <p>Only variables that come from the flow and the server's configuration count. Everything else,
 * above all inputs, trigger bodies and outputs, is run-time data, and so is any function's result.
 */
final class Trust {
  private static final Set<String> SOURCE_VARIABLES =
      Set.of("vars", "flow", "globals", "envs", "kestra", "namespace");

  private Trust() {}

  static boolean covers(Expr expression) {
    return SOURCE_VARIABLES.containsAll(References.roots(expression))
        && References.calls(expression).isEmpty();
  }

  /** Whether the result of a template is as trustworthy as the template. */
  static boolean covers(Template template) {
    return template.calls().isEmpty()
        && template.references().stream()
            .map(path -> path.contains(".") ? path.substring(0, path.indexOf('.')) : path)
            .allMatch(SOURCE_VARIABLES::contains);
  }
}
