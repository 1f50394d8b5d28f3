package dev.legato.language.expression.syntax;

import dev.legato.language.expression.runtime.FailureKind;
import io.pebbletemplates.pebble.lexer.Token;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a template into text, tags and expressions, as Pebble's tokens.
 *
 * <p>It takes the place of Pebble's lexer because that one drops backslashes, loses columns and the
 * order of map entries, and can be made to overflow the stack. Everything that would make the
 * recursive parser deep is counted and refused here.
 */
final class TemplateLexer {
  private static final Pattern START = Pattern.compile("\\{\\{|\\{%|\\{#");
  private static final Pattern PROTECTED = Pattern.compile("\\s*+(verbatim|raw)\\s*+(-?)%\\}");

  /** The function as which raw text is handed to the parser; no user can write its name. */
  static final String RAW = "{raw}";

  private final String source;
  private final int maxDepth;
  private final Lexemes lexemes;
  private final ExpressionLexer expressions;
  private int position;
  private boolean trimNext;
  private int openTags;

  TemplateLexer(String source, int maxDepth) {
    this.source = source;
    this.maxDepth = maxDepth;
    this.lexemes = new Lexemes(source);
    this.expressions = new ExpressionLexer(source, maxDepth, lexemes);
  }

  Lexemes lex() throws SyntaxProblem {
    Matcher starts = START.matcher(source);
    while (position < source.length()) {
      if (!starts.find(position)) {
        text(position, source.length(), false);
        break;
      }
      int open = starts.start();
      int inside = starts.end();
      boolean trimBefore = hasTrimMark(inside);
      text(position, open, trimBefore);
      position = trimBefore ? inside + 1 : inside;
      switch (source.charAt(open + 1)) {
        case '#' -> comment(open);
        case '{' -> print(open);
        default -> tag(open);
      }
    }
    // Pebble looks ahead without asking where the end is.
    lexemes.add(Token.Type.EOF, null, source.length());
    lexemes.add(Token.Type.EOF, null, source.length());
    return lexemes;
  }

  /** A dash trims only when white space follows: <code>{{-1}}</code> prints a number. */
  private boolean hasTrimMark(int at) {
    return at + 1 < source.length()
        && source.charAt(at) == '-'
        && Character.isWhitespace(source.charAt(at + 1));
  }

  private void text(int from, int to, boolean trimEnd) {
    String text = source.substring(from, to);
    if (trimNext) {
      text = text.stripLeading();
      trimNext = false;
    }
    addText(trimEnd ? text.stripTrailing() : text, from);
  }

  private void addText(String text, int offset) {
    if (!text.isEmpty()) {
      lexemes.add(Token.Type.TEXT, text, offset);
    }
  }

  private void comment(int open) throws SyntaxProblem {
    int close = source.indexOf("#}", position);
    if (close < 0) {
      throw problem("The comment is not closed: '#}' is missing", open);
    }
    trimNext = close > position && source.charAt(close - 1) == '-';
    position = close + 2;
  }

  private void print(int open) throws SyntaxProblem {
    lexemes.add(Token.Type.PRINT_START, "{{", open);
    finish(open, "}}", Token.Type.PRINT_END);
  }

  private void tag(int open) throws SyntaxProblem {
    Matcher start = PROTECTED.matcher(source).region(position, source.length());
    if (start.lookingAt()) {
      protectedText(start, open);
      return;
    }
    lexemes.add(Token.Type.EXECUTE_START, "{%", open);
    int name = lexemes.tokens().size();
    finish(open, "%}", Token.Type.EXECUTE_END);
    countNesting(lexemes.tokens().get(name).getValue(), open);
  }

  private void finish(int open, String close, Token.Type end) throws SyntaxProblem {
    int at = expressions.lex(position, close);
    if (at < 0) {
      throw problem(
          "'%s' is not closed: '%s' is missing".formatted(source.substring(open, open + 2), close),
          open);
    }
    boolean trimAfter = source.charAt(at) == '-';
    trimNext = trimAfter;
    lexemes.add(end, close, at);
    position = at + close.length() + (trimAfter ? 1 : 0);
  }

  private void countNesting(String name, int open) throws SyntaxProblem {
    switch (name) {
      case "if", "for", "macro", "filter", "block" -> openTags++;
      case "endif", "endfor", "endmacro", "endfilter", "endblock" -> openTags--;
      default -> {}
    }
    if (openTags > maxDepth) {
      throw Lexemes.problem(
          FailureKind.LIMIT,
          "Tags are nested more than %d levels deep".formatted(maxDepth),
          source,
          open);
    }
  }

  /** Everything up to the end tag is text. */
  private void protectedText(Matcher start, int open) throws SyntaxProblem {
    String name = start.group(1);
    Matcher end =
        Pattern.compile("\\{%(-?)\\s*+end" + name + "\\s*+(-?)%\\}")
            .matcher(source)
            .region(start.end(), source.length());
    if (!end.find()) {
      throw problem("The tag '%s' is not closed: 'end%s' is missing".formatted(name, name), open);
    }
    String text = source.substring(start.end(), end.start());
    text = start.group(2).isEmpty() ? text : text.stripLeading();
    text = end.group(1).isEmpty() ? text : text.stripTrailing();
    if (name.equals("raw")) {
      addRaw(text, open);
    } else {
      addText(text, open);
    }
    trimNext = !end.group(2).isEmpty();
    position = end.end();
  }

  private void addRaw(String text, int open) {
    lexemes.add(Token.Type.PRINT_START, "{{", open);
    lexemes.add(Token.Type.NAME, RAW, open);
    lexemes.add(Token.Type.PUNCTUATION, "(", open);
    lexemes.add(Token.Type.STRING, text, open);
    lexemes.add(Token.Type.PUNCTUATION, ")", open);
    lexemes.add(Token.Type.PRINT_END, "}}", open);
  }

  private SyntaxProblem problem(String message, int offset) {
    return Lexemes.problem(FailureKind.SYNTAX, message, source, offset);
  }
}
