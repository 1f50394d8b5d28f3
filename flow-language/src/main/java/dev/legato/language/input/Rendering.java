package dev.legato.language.input;

import dev.legato.language.expression.ExpressionException;
import dev.legato.language.expression.Expressions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders what authors of inputs and outputs wrote. */
final class Rendering {
  private Rendering() {}

  /** A text that is one expression and nothing else becomes the value that the expression gives. */
  static @Nullable Object of(
      Expressions expressions, @Nullable Object value, Map<String, ?> variables)
      throws ExpressionException {
    return value instanceof String template
        ? expressions.renderValue(template, variables)
        : expressions.renderDeep(value, variables);
  }
}
