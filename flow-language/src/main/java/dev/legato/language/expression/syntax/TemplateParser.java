package dev.legato.language.expression.syntax;

import dev.legato.language.expression.runtime.FailureKind;
import io.pebbletemplates.pebble.error.PebbleException;
import io.pebbletemplates.pebble.lexer.Token;
import io.pebbletemplates.pebble.lexer.TokenStream;
import io.pebbletemplates.pebble.node.RootNode;
import io.pebbletemplates.pebble.parser.ParserImpl;
import io.pebbletemplates.pebble.parser.ParserOptions;

/**
 * Parses templates with Pebble's grammar.
 *
 * <p>Only Pebble's parser is used. Its tree is copied into {@link Node} and {@link Expr}, so none
 * of its evaluation, reflection or template loading can be reached by a template.
 */
public final class TemplateParser {
  private final int maxLength;
  private final int maxDepth;

  /**
   * Sets the bounds.
   *
   * @param maxLength in characters
   * @param maxDepth of brackets, tags and chains of operators
   */
  public TemplateParser(int maxLength, int maxDepth) {
    this.maxLength = maxLength;
    this.maxDepth = maxDepth;
  }

  /** Parses the text; text without any tag becomes a single {@link Node.Text}. */
  public Template parse(String source) throws SyntaxProblem {
    if (source.length() > maxLength) {
      throw new SyntaxProblem(
          FailureKind.LIMIT,
          "The template has %,d characters; at most %,d are allowed"
              .formatted(source.length(), maxLength),
          1,
          1);
    }
    Lexemes lexemes = new TemplateLexer(source, maxDepth).lex();
    TokenStream stream = new TokenStream(lexemes.tokens(), "template");
    try {
      RootNode root =
          new ParserImpl(
                  Grammar.UNARY_OPERATORS,
                  Grammar.BINARY_OPERATORS,
                  Grammar.TAGS,
                  new ParserOptions())
              .parse(stream);
      return new TreeBuilder(source, maxDepth).build(root);
    } catch (PebbleException e) {
      throw explain(e, stream.current(), lexemes, source);
    } catch (StackOverflowError e) {
      throw new SyntaxProblem(FailureKind.LIMIT, "The expression is nested too deeply", 1, 1);
    } catch (IndexOutOfBoundsException | ClassCastException | NullPointerException e) {
      // Pebble's parser takes the shape of some malformed input for granted.
      throw unexpected(stream.current(), lexemes, source);
    }
  }

  private static SyntaxProblem explain(
      PebbleException problem, Token token, Lexemes lexemes, String source) {
    String message = problem.getPebbleMessage();
    if (message == null
        || message.startsWith("Unexpected token")
        || token.getType() == Token.Type.EOF) {
      return unexpected(token, lexemes, source);
    }
    if (message.startsWith("Unexpected tag name")) {
      return at("Unknown tag '%s'".formatted(token.getValue()), token, lexemes, source);
    }
    return at(message, token, lexemes, source);
  }

  private static SyntaxProblem unexpected(Token token, Lexemes lexemes, String source) {
    String value = token.getValue();
    String message =
        switch (token.getType()) {
          case EOF -> "The template ends too early; an end tag such as endif or endfor is missing";
          case PRINT_END, EXECUTE_END ->
              "The expression ends too early, before '%s'".formatted(value);
          case STRING -> "Unexpected text";
          default -> "Unexpected '%s'".formatted(asWritten(value));
        };
    return at(message, token, lexemes, source);
  }

  private static String asWritten(String value) {
    return switch (value) {
      case ExpressionLexer.MAP -> "{";
      case ExpressionLexer.LIST -> "[";
      default -> value;
    };
  }

  private static SyntaxProblem at(String message, Token token, Lexemes lexemes, String source) {
    return Lexemes.problem(FailureKind.SYNTAX, message, source, lexemes.offsetOf(token));
  }
}
