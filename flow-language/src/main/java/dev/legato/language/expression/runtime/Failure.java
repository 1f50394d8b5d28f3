package dev.legato.language.expression.runtime;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Ends an evaluation from any depth; the front door turns it into the checked exception.
 *
 * <p>The message names variables, functions and types, never a run-time value: a value may be a
 * secret. It has no stack trace, because {@code ??} and {@code default} throw it in normal use.
 */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final FailureKind kind;
  private final int line;
  private final @Nullable String template;

  private Failure(FailureKind kind, String message, int line, @Nullable String template) {
    super(message, null, false, false);
    this.kind = kind;
    this.line = line;
    this.template = template;
  }

  /** A failure whose line is not known here; whoever knows it calls {@link #atLine}. */
  public static Failure of(FailureKind kind, String message) {
    return new Failure(kind, message, 0, null);
  }

  /** A value that does not fit. */
  public static Failure evaluation(String message) {
    return of(FailureKind.EVALUATION, message);
  }

  /** A limit that was reached. */
  public static Failure limit(String message) {
    return of(FailureKind.LIMIT, message);
  }

  /** The same failure with its line, unless a deeper one is already known. */
  public Failure atLine(int known) {
    return line > 0 || known <= 0 ? this : new Failure(kind, message(), known, template);
  }

  /** The same failure with the template it happened in, unless a deeper one is already known. */
  public Failure inTemplate(String source) {
    return template != null ? this : new Failure(kind, message(), line, source);
  }

  /** Why it failed. */
  public FailureKind kind() {
    return kind;
  }

  /** What went wrong, without place. */
  public String message() {
    return Objects.requireNonNull(getMessage());
  }

  /** One-based line inside the template, or 0 when unknown. */
  public int line() {
    return line;
  }

  /** The template it happened in, or null when unknown. */
  public @Nullable String template() {
    return template;
  }
}
