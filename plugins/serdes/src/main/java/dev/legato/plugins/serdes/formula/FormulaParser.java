package dev.legato.plugins.serdes.formula;

import dev.legato.plugins.serdes.formula.Term.Segment;
import dev.legato.plugins.serdes.formula.Tokens.Kind;
import dev.legato.plugins.serdes.formula.Tokens.Token;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads formulas by descending from the operator that binds least. */
final class FormulaParser {
  private static final int DEEPEST = 100;

  /** Binary operators, those that bind least first. */
  private static final List<List<String>> LEVELS =
      List.of(
          List.of("||"),
          List.of("&&"),
          List.of("==", "=", "!="),
          List.of("in"),
          List.of(">", ">=", "<", "<="),
          List.of("+", "-"),
          List.of("*", "/"));

  private final List<Token> tokens;
  private int at;
  private int depth;

  private FormulaParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  static Term parse(String formula) throws FormulaException {
    var parser = new FormulaParser(Tokens.of(formula));
    Term term = parser.level(0);
    if (parser.peek().kind() != Kind.END) {
      throw parser.unexpected("an operator or the end");
    }
    return term;
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token take() {
    return tokens.get(at++);
  }

  private boolean takeIf(String sign) {
    boolean found = peek().is(sign);
    at += found ? 1 : 0;
    return found;
  }

  private void expect(String sign) throws FormulaException {
    if (!takeIf(sign)) {
      throw unexpected("'" + sign + "'");
    }
  }

  private FormulaException unexpected(String wanted) {
    Token found = peek();
    String shown = found.kind() == Kind.END ? found.text() : "'" + found.text() + "'";
    return new FormulaException(
        "expected %s at position %d, but found %s".formatted(wanted, found.at() + 1, shown));
  }

  private Term level(int number) throws FormulaException {
    if (number == LEVELS.size()) {
      return unary();
    }
    if (++depth > DEEPEST * LEVELS.size()) {
      throw new FormulaException("is nested too deeply");
    }
    Term left = level(number + 1);
    while (isOf(LEVELS.get(number))) {
      String sign = take().text();
      left =
          sign.equals("in")
              ? new Term.In(left, list())
              : new Term.Binary(sign.equals("=") ? "==" : sign, left, level(number + 1));
    }
    depth--;
    return left;
  }

  private boolean isOf(List<String> signs) {
    Token token = peek();
    boolean isWord = token.kind() == Kind.NAME && token.text().equals("in");
    return (token.kind() == Kind.SIGN || isWord) && signs.contains(token.text());
  }

  private List<Term> list() throws FormulaException {
    expect("(");
    List<Term> terms = new ArrayList<>();
    if (takeIf(")")) {
      return terms;
    }
    do {
      terms.add(level(0));
    } while (takeIf(","));
    expect(")");
    return terms;
  }

  private Term unary() throws FormulaException {
    if (peek().is("!") || peek().is("-")) {
      char sign = take().text().charAt(0);
      if (++depth > DEEPEST * LEVELS.size()) {
        throw new FormulaException("is nested too deeply");
      }
      Term of = unary();
      depth--;
      return new Term.Unary(sign, of);
    }
    return operand();
  }

  private Term operand() throws FormulaException {
    Token token = peek();
    return switch (token.kind()) {
      case NUMBER -> new Term.Literal(new BigDecimal(take().text()));
      case TEXT -> new Term.Literal(take().text());
      case INPUT -> path(input(take().text()), new ArrayList<>());
      case NAME -> named(take().text());
      case SIGN -> {
        if (!takeIf("(")) {
          throw unexpected("a value");
        }
        Term inner = level(0);
        expect(")");
        yield inner;
      }
      case END -> throw unexpected("a value");
    };
  }

  private int input(String digits) throws FormulaException {
    if (digits.isEmpty() || digits.length() > 4 || digits.equals("0")) {
      throw new FormulaException("'$%s' is no input; the first one is $1".formatted(digits));
    }
    return Integer.parseInt(digits);
  }

  private Term named(String name) throws FormulaException {
    if (peek().is("(")) {
      String function = name.toLowerCase(Locale.ROOT);
      List<Term> arguments = list();
      Functions.check(name, function, arguments.size());
      return new Term.Call(function, arguments);
    }
    return switch (name) {
      case "true" -> new Term.Literal(true);
      case "false" -> new Term.Literal(false);
      case "null" -> new Term.Literal(null);
      default -> path(0, new ArrayList<>(List.of(new Segment.Field(name))));
    };
  }

  private Term path(int input, List<Segment> segments) throws FormulaException {
    while (true) {
      if (takeIf(".")) {
        if (peek().kind() != Kind.NAME) {
          throw unexpected("the name of a field");
        }
        segments.add(new Segment.Field(take().text()));
      } else if (takeIf("[")) {
        segments.add(bracketed());
        expect("]");
      } else {
        return new Term.Path(input, List.copyOf(segments));
      }
    }
  }

  private Segment bracketed() throws FormulaException {
    Token token = peek();
    if (token.is("]")) {
      return new Segment.Each();
    }
    if (token.kind() == Kind.TEXT) {
      return new Segment.Field(take().text());
    }
    if (token.kind() == Kind.NUMBER && token.text().matches("\\d{1,9}")) {
      return new Segment.Element(Integer.parseInt(take().text()));
    }
    throw unexpected("a number, a text in double quotes or ']'");
  }
}
