package dev.legato.plugins.serdes.formula;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a formula into words. */
final class Tokens {
  private static final int LONGEST = 10_000;
  private static final Set<String> PAIRS = Set.of("||", "&&", "==", "!=", ">=", "<=");
  private static final String SINGLES = "=<>+-*/!()[],.";

  /** What a word is. */
  enum Kind {
    NAME,
    NUMBER,
    TEXT,
    SIGN,
    /** {@code $1}, the record of an input. */
    INPUT,
    END
  }

  /** A word. */
  record Token(Kind kind, String text, int at) {
    boolean is(String sign) {
      return kind == Kind.SIGN && text.equals(sign);
    }
  }

  private final String formula;
  private int at;

  private Tokens(String formula) {
    this.formula = formula;
  }

  static List<Token> of(String formula) throws FormulaException {
    if (formula.length() > LONGEST) {
      throw new FormulaException("a formula has at most %,d characters".formatted(LONGEST));
    }
    var tokens = new Tokens(formula);
    List<Token> all = new ArrayList<>();
    do {
      all.add(tokens.next());
    } while (all.getLast().kind() != Kind.END);
    return all;
  }

  private Token next() throws FormulaException {
    while (at < formula.length() && Character.isWhitespace(formula.charAt(at))) {
      at++;
    }
    int start = at;
    if (at == formula.length()) {
      return new Token(Kind.END, "the end", start);
    }
    char c = formula.charAt(at);
    if (c == '"') {
      return new Token(Kind.TEXT, text(), start);
    }
    if (Character.isDigit(c)) {
      return new Token(Kind.NUMBER, number(), start);
    }
    if (c == '$') {
      at++;
      return new Token(Kind.INPUT, digits(), start);
    }
    if (Character.isLetter(c) || c == '_') {
      while (at < formula.length() && isOfName(formula.charAt(at))) {
        at++;
      }
      return new Token(Kind.NAME, formula.substring(start, at), start);
    }
    return new Token(Kind.SIGN, sign(c), start);
  }

  private static boolean isOfName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private String sign(char c) throws FormulaException {
    if (at + 2 <= formula.length() && PAIRS.contains(formula.substring(at, at + 2))) {
      at += 2;
      return formula.substring(at - 2, at);
    }
    if (SINGLES.indexOf(c) < 0) {
      throw new FormulaException("'%s' at position %d is not known".formatted(c, at + 1));
    }
    at++;
    return String.valueOf(c);
  }

  private String digits() {
    int start = at;
    while (at < formula.length() && Character.isDigit(formula.charAt(at))) {
      at++;
    }
    return formula.substring(start, at);
  }

  private String number() throws FormulaException {
    int start = at;
    digits();
    if (at + 1 < formula.length()
        && formula.charAt(at) == '.'
        && Character.isDigit(formula.charAt(at + 1))) {
      at++;
      digits();
    }
    String number = formula.substring(start, at);
    try {
      return new BigDecimal(number).toPlainString();
    } catch (NumberFormatException e) {
      throw new FormulaException("'%s' is no number".formatted(number));
    }
  }

  private String text() throws FormulaException {
    var text = new StringBuilder();
    for (at++; at < formula.length(); at++) {
      char c = formula.charAt(at);
      if (c == '"') {
        at++;
        return text.toString();
      }
      text.append(c == '\\' ? escaped() : c);
    }
    throw new FormulaException("a text has no end; texts stand in double quotes");
  }

  private char escaped() throws FormulaException {
    at++;
    char c = at < formula.length() ? formula.charAt(at) : ' ';
    return switch (c) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case '"', '\\', '/' -> c;
      default -> throw new FormulaException("'\\%s' is no escape".formatted(c));
    };
  }
}
