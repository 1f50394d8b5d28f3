package dev.legato.language.expression.syntax;

import dev.legato.language.expression.runtime.FailureKind;
import java.util.Objects;

/** A template that cannot be parsed. */
public final class SyntaxProblem extends Exception {
  private static final long serialVersionUID = 1L;

  private final FailureKind kind;
  private final int line;
  private final int column;

  SyntaxProblem(FailureKind kind, String message, int line, int column) {
    super(message, null, false, false);
    this.kind = kind;
    this.line = line;
    this.column = column;
  }

  /** {@link FailureKind#SYNTAX} or {@link FailureKind#LIMIT}. */
  public FailureKind kind() {
    return kind;
  }

  /** What is wrong, without place. */
  public String message() {
    return Objects.requireNonNull(getMessage());
  }

  /** One-based line inside the template. */
  public int line() {
    return line;
  }

  /** One-based column inside the line. */
  public int column() {
    return column;
  }
}
