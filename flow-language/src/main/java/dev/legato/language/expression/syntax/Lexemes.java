package dev.legato.language.expression.syntax;

import dev.legato.language.expression.runtime.FailureKind;
import dev.legato.language.expression.syntax.References.Use;
import io.pebbletemplates.pebble.lexer.Token;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tokens of a template, and where each one starts. */
final class Lexemes {
  private final String source;
  private final List<Token> tokens = new ArrayList<>();
  private final List<Integer> offsets = new ArrayList<>();
  private int countedTo;
  private int countedLine = 1;

  Lexemes(String source) {
    this.source = source;
  }

  void add(Token.Type type, @Nullable String value, int offset) {
    tokens.add(new Token(type, value, lineAt(offset)));
    offsets.add(offset);
  }

  List<Token> tokens() {
    return tokens;
  }

  Token last() {
    return tokens.getLast();
  }

  /** Whether an expression follows the last name: it is that of a tag, or the {@code in} of one. */
  boolean endWithKeyword() {
    return isBeforeLast(1, Token.Type.EXECUTE_START)
        || (last().test(Token.Type.NAME, "in") && isBeforeLast(3, Token.Type.EXECUTE_START));
  }

  private boolean isBeforeLast(int distance, Token.Type type) {
    int index = tokens.size() - 1 - distance;
    return index >= 0 && tokens.get(index).getType() == type;
  }

  /** Every name that is called, and every name of a filter. */
  List<NamedUse> uses() {
    var uses = new ArrayList<NamedUse>();
    for (int i = 1; i < tokens.size() - 1; i++) {
      Token token = tokens.get(i);
      if (token.getType() == Token.Type.NAME) {
        if (isFilter(i)) {
          uses.add(new NamedUse(Use.Kind.FILTER, token.getValue(), offsets.get(i)));
        } else if (isCall(i)) {
          uses.add(new NamedUse(Use.Kind.FUNCTION, token.getValue(), offsets.get(i)));
        }
      }
    }
    return uses;
  }

  private boolean isFilter(int index) {
    Token before = tokens.get(index - 1);
    return before.test(Token.Type.OPERATOR, "|")
        || (before.test(Token.Type.NAME, "filter") && isTag(index - 1));
  }

  /** What is called is neither a method, nor a test, nor a macro that is defined. */
  private boolean isCall(int index) {
    Token before = tokens.get(index - 1);
    return tokens.get(index + 1).test(Token.Type.PUNCTUATION, "(")
        && !before.test(Token.Type.PUNCTUATION, ".")
        && !before.test(Token.Type.OPERATOR, "is", "is not")
        && !(before.test(Token.Type.NAME, "macro") && isTag(index - 1));
  }

  private boolean isTag(int index) {
    return index > 0 && tokens.get(index - 1).getType() == Token.Type.EXECUTE_START;
  }

  /** Offsets only grow while the lexer runs, so lines are counted once. */
  private int lineAt(int offset) {
    while (countedTo < offset && countedTo < source.length()) {
      if (source.charAt(countedTo++) == '\n') {
        countedLine++;
      }
    }
    return countedLine;
  }

  /** The offset of a token, by identity. */
  @SuppressWarnings("ReferenceEquality")
  int offsetOf(Token token) {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i) == token) {
        return offsets.get(i);
      }
    }
    return source.length();
  }

  /** A problem at an offset of the source. */
  static SyntaxProblem problem(FailureKind kind, String message, String source, int offset) {
    int line = 1;
    int lineStart = 0;
    int end = Math.min(offset, source.length());
    for (int i = 0; i < end; i++) {
      if (source.charAt(i) == '\n') {
        line++;
        lineStart = i + 1;
      }
    }
    return new SyntaxProblem(kind, message, line, end - lineStart + 1);
  }
}
