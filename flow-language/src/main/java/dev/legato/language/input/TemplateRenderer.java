package dev.legato.language.input;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Renders the templates in a value. */
@FunctionalInterface
public interface TemplateRenderer {
  /**
   * The value with every text in it rendered. A text that is one expression and nothing else
   * becomes what the expression gives, other texts stay texts.
   *
   * @param value a JSON value
   * @throws TemplateFailure when a template cannot be rendered
   */
  @Nullable Object render(@Nullable Object value, Map<String, ?> variables) throws TemplateFailure;

  /** A template cannot be rendered; the message says which and why. */
  final class TemplateFailure extends Exception {
    private static final long serialVersionUID = 1L;

    public TemplateFailure(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
