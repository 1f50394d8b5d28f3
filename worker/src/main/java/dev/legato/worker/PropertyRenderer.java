package dev.legato.worker;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Turns the templates in a property into values. */
public interface PropertyRenderer {
  /**
   * Renders every text in the value, keys of maps included, however deep.
   *
   * @param value a JSON value
   * @return a JSON value; a text stays a text
   */
  Object render(Object value, Map<String, ?> variables) throws RenderingException;

  /**
   * Renders a template; one that is exactly one expression becomes the expression's value.
   *
   * @return a JSON value
   */
  @Nullable Object evaluate(String template, Map<String, ?> variables) throws RenderingException;

  /**
   * The same, telling a listener each secret and what was made of it before the value that holds it
   * is returned.
   */
  PropertyRenderer tellingSecrets(Consumer<String> listener);

  /** A template cannot be rendered; the message says which and why. */
  final class RenderingException extends Exception {
    private static final long serialVersionUID = 1L;

    public RenderingException(String message, Throwable cause) {
      super(message, cause);
    }
  }
}
