package dev.legato.language.expression;

import dev.legato.language.expression.runtime.Failure;
import dev.legato.language.expression.runtime.FailureKind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An expression could not be rendered, and it is the fault of the flow or of its data.
 *
 * <p>The message names the variable or function, quotes the template line and gives its number. It
 * never holds a run-time value, which might be a secret.
 */
public final class ExpressionException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_EXCERPT = 120;

  private final FailureKind kind;
  private final int line;

  private ExpressionException(
      FailureKind kind, String message, int line, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.line = line;
  }

  static ExpressionException of(Failure failure, @Nullable String template) {
    String source = failure.template() == null ? template : failure.template();
    int line = Math.max(1, failure.line());
    return new ExpressionException(
        failure.kind(), describe(failure.message(), source, line), line, null);
  }

  /** Something we did not foresee; the cause is for our log, the message for the user. */
  static ExpressionException unforeseen(RuntimeException cause, @Nullable String template) {
    String message = describe("the expression could not be evaluated", template, 1);
    return new ExpressionException(FailureKind.EVALUATION, message, 1, cause);
  }

  private static String describe(String problem, @Nullable String template, int line) {
    String sentence = problem.substring(0, 1).toUpperCase(Locale.ROOT) + problem.substring(1);
    return template == null
        ? sentence
        : "%s, in `%s` at line %d".formatted(sentence, excerpt(template, line), line);
  }

  private static String excerpt(String template, int line) {
    String text = template.lines().skip(line - 1L).findFirst().orElse("").strip();
    return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
  }

  /** Why it failed. */
  public FailureKind kind() {
    return kind;
  }

  /** One-based line inside the template. */
  public int line() {
    return line;
  }
}
