package dev.legato.language.expression.syntax;

import dev.legato.language.expression.runtime.FailureKind;
import io.pebbletemplates.pebble.lexer.Token;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Cuts what stands between delimiters into names, numbers, texts, operators and brackets.
 *
 * <p>A map literal is handed to the parser as a call of {@link #MAP}, whose arguments keep the
 * order in which the entries were written, and a list literal as a call of {@link #LIST}: unlike
 * Pebble's own literals, a call may be followed by {@code .key} and {@code [key]}.
 */
final class ExpressionLexer {
  /** A name that no user can write. */
  static final String MAP = "{}";

  /** Another one. */
  static final String LIST = "[]";

  private static final List<String> WORD_OPERATORS =
      List.of("not", "or", "and", "is", "contains", "equals", "isIn", "isNotIn");

  /** Longer ones first. */
  private static final List<String> SIGN_OPERATORS =
      List.of(
          "???", "==", "!=", ">=", "<=", "..", "??", "<", ">", "+", "-", "*", "/", "%", "|", "~");

  private static final String PUNCTUATION = "()[]{}?:.,=";

  private final String source;
  private final int maxDepth;
  private final Lexemes lexemes;
  private final Deque<Bracket> brackets = new ArrayDeque<>();
  private int position;
  private int depth;

  ExpressionLexer(String source, int maxDepth, Lexemes lexemes) {
    this.source = source;
    this.maxDepth = maxDepth;
    this.lexemes = lexemes;
  }

  /**
   * Adds the tokens from {@code from} to the closing delimiter.
   *
   * @return where the delimiter, or the dash before it, starts; -1 when it is missing
   */
  int lex(int from, String close) throws SyntaxProblem {
    position = from;
    depth = 0;
    brackets.clear();
    brackets.push(new Bracket(' ', from));
    while (true) {
      skipWhitespace();
      if (position >= source.length()) {
        complainAboutOpenBracket();
        return -1;
      }
      if (brackets.size() == 1 && isAt(close)) {
        return position;
      }
      if (brackets.size() == 1
          && source.charAt(position) == '-'
          && source.startsWith(close, position + 1)) {
        return position;
      }
      token();
    }
  }

  private boolean isAt(String text) {
    return source.startsWith(text, position);
  }

  private void skipWhitespace() {
    while (position < source.length() && Character.isWhitespace(source.charAt(position))) {
      position++;
    }
  }

  private void token() throws SyntaxProblem {
    char c = source.charAt(position);
    if (isNameStart(c)) {
      word();
    } else if (isDigit(c)) {
      number();
    } else if (c == '\'' || c == '"') {
      string(c);
    } else if (!signOperator()) {
      punctuation(c);
    }
  }

  private void word() throws SyntaxProblem {
    int start = position;
    while (position < source.length() && isNamePart(source.charAt(position))) {
      position++;
    }
    String word = source.substring(start, position);
    boolean plainName =
        lexemes.last().test(Token.Type.PUNCTUATION, ".")
            || lexemes.last().test(Token.Type.OPERATOR, "is", "is not");
    if (plainName || !WORD_OPERATORS.contains(word)) {
      lexemes.add(Token.Type.NAME, word, start);
    } else if (word.equals("is") && notFollows()) {
      lexemes.add(Token.Type.OPERATOR, "is not", start);
    } else {
      deepen(word.equals("not"), start);
      lexemes.add(Token.Type.OPERATOR, word, start);
    }
  }

  /** Takes the word {@code not} after {@code is}. */
  private boolean notFollows() {
    int before = position;
    skipWhitespace();
    int end = position + 3;
    if (position > before
        && isAt("not")
        && (end >= source.length() || !isNamePart(source.charAt(end)))) {
      position = end;
      return true;
    }
    position = before;
    return false;
  }

  private void number() throws SyntaxProblem {
    int start = position;
    skipDigits();
    boolean fraction =
        position + 1 < source.length()
            && source.charAt(position) == '.'
            && isDigit(source.charAt(position + 1));
    if (fraction) {
      position++;
      skipDigits();
    }
    String digits = source.substring(start, position);
    boolean marked =
        !fraction && position < source.length() && "lL".indexOf(source.charAt(position)) >= 0;
    if (marked) {
      position++;
    }
    if (!fraction && !fitsLong(digits)) {
      throw problem("The number is too large for a literal", start);
    }
    lexemes.add(marked ? Token.Type.LONG : Token.Type.NUMBER, digits, start);
  }

  private static boolean fitsLong(String digits) {
    try {
      return Long.parseLong(digits) >= 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void skipDigits() {
    while (position < source.length() && isDigit(source.charAt(position))) {
      position++;
    }
  }

  /** A backslash protects the next character from ending the text; only {@code \quote} loses it. */
  private void string(char quote) throws SyntaxProblem {
    int start = position++;
    StringBuilder text = new StringBuilder();
    boolean interpolated = false;
    while (true) {
      if (position >= source.length()) {
        throw problem("The text is not closed: %c is missing".formatted(quote), start);
      }
      char c = source.charAt(position);
      if (c == quote) {
        position++;
        break;
      }
      if (c == '\\' && position + 1 < source.length()) {
        char next = source.charAt(position + 1);
        text.append(next == quote ? "" : "\\").append(next);
        position += 2;
      } else if (quote == '"' && c == '#' && isAt("#{")) {
        interpolated = true;
        addSegment(text, start);
        interpolation();
      } else {
        text.append(c);
        position++;
      }
    }
    if (!interpolated || !text.isEmpty()) {
      lexemes.add(Token.Type.STRING, text.toString(), start);
    }
  }

  private void addSegment(StringBuilder text, int offset) {
    if (!text.isEmpty()) {
      lexemes.add(Token.Type.STRING, text.toString(), offset);
      text.setLength(0);
    }
  }

  private void interpolation() throws SyntaxProblem {
    int open = position;
    lexemes.add(Token.Type.STRING_INTERPOLATION_START, "#{", open);
    push('#', open);
    position += 2;
    int level = brackets.size();
    while (brackets.size() >= level) {
      skipWhitespace();
      if (position >= source.length()) {
        complainAboutOpenBracket();
      }
      if (brackets.size() == level && source.charAt(position) == '}') {
        lexemes.add(Token.Type.STRING_INTERPOLATION_END, "}", position);
        pop();
        position++;
      } else {
        token();
      }
    }
  }

  private boolean signOperator() throws SyntaxProblem {
    for (String operator : SIGN_OPERATORS) {
      if (isAt(operator)) {
        boolean unary = (operator.equals("-") || operator.equals("+")) && operandExpected();
        deepen(unary, position);
        lexemes.add(Token.Type.OPERATOR, operator, position);
        position += operator.length();
        return true;
      }
    }
    return false;
  }

  private boolean operandExpected() {
    return switch (lexemes.last().getType()) {
      case NAME -> lexemes.endWithKeyword();
      case NUMBER, LONG, STRING, STRING_INTERPOLATION_END -> false;
      case PUNCTUATION -> !")]".contains(lexemes.last().getValue());
      default -> true;
    };
  }

  /** A chain of signs makes the parser as deep as a chain of brackets. */
  private void deepen(boolean unary, int offset) throws SyntaxProblem {
    if (unary) {
      currentBracket().nested++;
      grow(offset);
    }
  }

  private void punctuation(char c) throws SyntaxProblem {
    int start = position;
    if (PUNCTUATION.indexOf(c) < 0) {
      throw problem(
          "Unexpected character '%s'".formatted(Character.toString(source.codePointAt(start))),
          start);
    }
    position++;
    switch (c) {
      case '(' -> open(c, start);
      case '[' -> {
        if (operandExpected()) {
          openLiteral(c, LIST, start);
        } else {
          open(c, start);
        }
      }
      case '{' -> openLiteral(c, MAP, start);
      case ')', ']', '}' -> close(c, start);
      case ',', ':', '?' -> separator(c, start);
      default -> lexemes.add(Token.Type.PUNCTUATION, String.valueOf(c), start);
    }
  }

  private void open(char c, int start) throws SyntaxProblem {
    push(c, start);
    lexemes.add(Token.Type.PUNCTUATION, String.valueOf(c), start);
  }

  private void openLiteral(char c, String name, int start) throws SyntaxProblem {
    push(c, start);
    currentBracket().token = ")";
    lexemes.add(Token.Type.NAME, name, start);
    lexemes.add(Token.Type.PUNCTUATION, "(", start);
  }

  private void close(char c, int start) throws SyntaxProblem {
    Bracket bracket = currentBracket();
    if (c != bracket.closing()) {
      complainAboutOpenBracket();
      throw problem("Unexpected '%c'".formatted(c), start);
    }
    boolean empty = lexemes.last().test(Token.Type.PUNCTUATION, "(");
    if (bracket.open == '{' && bracket.keyExpected && !empty) {
      throw problem("A map entry is written key: value", start);
    }
    pop();
    lexemes.add(Token.Type.PUNCTUATION, bracket.token, start);
  }

  private void separator(char c, int start) throws SyntaxProblem {
    Bracket bracket = currentBracket();
    boolean inMap = bracket.open == '{';
    String value = String.valueOf(c);
    if (c == '?') {
      bracket.openQuestions++;
      bracket.nested++;
      grow(start);
    } else if (c == ':' && bracket.openQuestions > 0) {
      bracket.openQuestions--;
    } else {
      if (inMap && bracket.keyExpected != (c == ':')) {
        throw problem("A map entry is written key: value", start);
      }
      bracket.keyExpected = c == ',';
      flatten(bracket);
      value = inMap ? "," : value;
    }
    lexemes.add(Token.Type.PUNCTUATION, value, start);
  }

  /** What stood before a comma is finished: it no longer makes what follows deep. */
  private void flatten(Bracket bracket) {
    depth -= bracket.nested - 1;
    bracket.nested = 1;
  }

  private void push(char open, int offset) throws SyntaxProblem {
    brackets.push(new Bracket(open, offset));
    grow(offset);
  }

  private void grow(int offset) throws SyntaxProblem {
    if (++depth > maxDepth) {
      throw Lexemes.problem(
          FailureKind.LIMIT,
          "The expression is nested more than %d levels deep".formatted(maxDepth),
          source,
          offset);
    }
  }

  private void pop() {
    depth -= brackets.pop().nested;
  }

  private Bracket currentBracket() {
    return brackets.element();
  }

  private void complainAboutOpenBracket() throws SyntaxProblem {
    Bracket bracket = currentBracket();
    if (bracket.open != ' ') {
      throw problem("'%c' is not closed".formatted(bracket.open), bracket.offset);
    }
  }

  private SyntaxProblem problem(String message, int offset) {
    return Lexemes.problem(FailureKind.SYNTAX, message, source, offset);
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_';
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
