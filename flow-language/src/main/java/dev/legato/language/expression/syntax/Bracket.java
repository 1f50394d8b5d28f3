package dev.legato.language.expression.syntax;

/** A bracket that the lexer has read, and that is still open. */
final class Bracket {
  final char open;
  final int offset;

  /** What the parser is given for the closing one. */
  String token;

  /** What its content adds to the depth, itself included. */
  int nested = 1;

  int openQuestions;
  boolean keyExpected = true;

  /**
   * Opens it.
   *
   * @param open the bracket; {@code #} for an expression within a text, a blank for all of one
   * @param offset where it stands
   */
  Bracket(char open, int offset) {
    this.open = open;
    this.offset = offset;
    this.token = String.valueOf(closing());
  }

  /** The bracket that closes it. */
  char closing() {
    return switch (open) {
      case '(' -> ')';
      case '[' -> ']';
      case '{', '#' -> '}';
      default -> ' ';
    };
  }
}
