package dev.legato.data.ion;

import dev.legato.data.RowBudget;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Parses one plain Ion value on one line: structs, lists, texts, numbers, timestamps, blobs, null
 * and truth. It knows when it does not know something, and never guesses: comments, symbols, types
 * of null, S-expressions and what else Ion has are left to the general reader.
 */
final class IonLine {
  private static final int LONG_DIGITS = 18;
  private static final int DATE_LENGTH = "2023-01-02".length();
  private static final Unknown UNKNOWN = new Unknown();

  private final RowBudget budget;
  private final NameCache names = new NameCache();
  private byte[] b = new byte[0];
  private int at;
  private int end;
  private @Nullable Object value;

  IonLine(RowBudget budget) {
    this.budget = budget;
  }

  /**
   * Parses a line.
   *
   * @return false when it is not a plain value
   */
  boolean parse(byte[] bytes, int from, int to) throws IOException {
    b = bytes;
    at = from;
    end = to;
    names.startRow();
    Object found = read(0);
    if (found instanceof Unknown || skipSpace() >= 0) {
      return false;
    }
    value = found;
    return true;
  }

  @Nullable Object value() {
    return value;
  }

  /** The next byte that is no blank, without taking it; -1 at the end. */
  private int skipSpace() {
    while (at < end) {
      byte c = b[at];
      if (c != ' ' && c != '\t' && c != '\r') {
        return c & 0xff;
      }
      at++;
    }
    return -1;
  }

  private @Nullable Object read(int depth) throws IOException {
    budget.value(depth);
    int c = skipSpace();
    return switch (c) {
      case '"' -> orUnknown(text());
      case '{' -> at + 1 < end && b[at + 1] == '{' ? blob() : struct(depth);
      case '[' -> list(depth);
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      case -1 -> UNKNOWN;
      default -> word();
    };
  }

  private static Object orUnknown(@Nullable Object found) {
    return found == null ? UNKNOWN : found;
  }

  private Object struct(int depth) throws IOException {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    at++;
    if (skipSpace() == '}') {
      at++;
      return fields;
    }
    while (true) {
      String name = fieldName();
      if (name == null || skipSpace() != ':') {
        return UNKNOWN;
      }
      at++;
      Object field = read(depth + 1);
      if (field instanceof Unknown) {
        return UNKNOWN;
      }
      fields.put(name, field);
      int c = skipSpace();
      at++;
      if (c == '}') {
        return fields;
      }
      if (c != ',') {
        return UNKNOWN;
      }
    }
  }

  private Object list(int depth) throws IOException {
    List<@Nullable Object> items = new ArrayList<>();
    at++;
    if (skipSpace() == ']') {
      at++;
      return items;
    }
    while (true) {
      Object item = read(depth + 1);
      if (item instanceof Unknown) {
        return UNKNOWN;
      }
      items.add(item);
      int c = skipSpace();
      at++;
      if (c == ']') {
        return items;
      }
      if (c != ',') {
        return UNKNOWN;
      }
    }
  }

  /** A name in front of a colon: an identifier, or quoted in one way or the other. */
  private @Nullable String fieldName() {
    int c = skipSpace();
    if (c == '"') {
      return text();
    }
    if (c == '\'') {
      if (at + 1 < end && b[at + 1] == '\'') {
        return null; // the empty symbol, or a long text
      }
      return quoted('\'');
    }
    int from = at;
    while (at < end && isIdentifierPart(b[at])) {
      at++;
    }
    boolean isName = at > from && !isDigit(b[from]) && b[from] != '$';
    return isName ? names.name(b, from, at) : null;
  }

  private static boolean isIdentifierPart(byte c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' || isDigit(c);
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }

  private @Nullable String text() {
    return quoted('"');
  }

  /** What is between quotes, which may be escaped; null when it does not end. */
  private @Nullable String quoted(char quote) {
    int from = ++at;
    boolean escapes = false;
    while (at < end && b[at] != quote) {
      if (b[at] == '\\') {
        escapes = true;
        at++;
      }
      at++;
    }
    if (at >= end) {
      return null;
    }
    int to = at++;
    return escapes
        ? Escapes.decode(b, from, to)
        : new String(b, from, to - from, StandardCharsets.UTF_8);
  }

  private Object blob() {
    int from = at + 2;
    int to = from;
    while (to + 1 < end && !(b[to] == '}' && b[to + 1] == '}')) {
      to++;
    }
    if (to + 1 >= end) {
      return UNKNOWN;
    }
    at = to + 2;
    String base64 = new String(b, from, to - from, StandardCharsets.ISO_8859_1).strip();
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException _) {
      return UNKNOWN; // the general reader says what is wrong, or knows that it is a clob
    }
  }

  private @Nullable Object word() throws IOException {
    int from = at;
    while (at < end && isIdentifierPart(b[at])) {
      at++;
    }
    String word = new String(b, from, at - from, StandardCharsets.ISO_8859_1);
    int c = skipSpace();
    if (c == ':' && at + 1 < end && b[at + 1] == ':') {
      at += 2;
      String text = skipSpace() == '"' ? text() : null;
      return word.startsWith("$") || text == null ? UNKNOWN : Moments.annotated(word, text, budget);
    }
    return switch (c == '.' ? "" : word) {
      case "null" -> null;
      case "true" -> true;
      case "false" -> false;
      case "nan" -> Double.NaN;
      default -> UNKNOWN;
    };
  }

  private Object number() throws IOException {
    int from = at;
    boolean whole = true;
    while (at < end && !isEndOfNumber(b[at])) {
      whole &= isDigit(b[at]) || at == from;
      at++;
    }
    int digits = b[from] == '-' ? from + 1 : from;
    boolean leadingZero = at > digits + 1 && b[digits] == '0' && isDigit(b[digits + 1]);
    if (whole && at > digits && !leadingZero) {
      return at - digits <= LONG_DIGITS ? small(digits, b[from] == '-') : large(from);
    }
    return at > digits
        ? other(new String(b, from, at - from, StandardCharsets.ISO_8859_1))
        : UNKNOWN;
  }

  private static boolean isEndOfNumber(byte c) {
    return c == ',' || c == '}' || c == ']' || c == ' ' || c == '\t' || c == '\r';
  }

  private Number small(int from, boolean negative) {
    long number = 0;
    for (int i = from; i < at; i++) {
      number = 10 * number + (b[i] - '0');
    }
    number = negative ? -number : number;
    return (int) number == number ? (Number) (int) number : (Number) number;
  }

  private Number large(int from) throws IOException {
    budget.digits(at - from);
    BigInteger number = new BigInteger(new String(b, from, at - from, StandardCharsets.ISO_8859_1));
    return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
  }

  /** A float, a decimal or a timestamp. */
  private Object other(String text) throws IOException {
    try {
      if (text.length() >= DATE_LENGTH && text.charAt(4) == '-') {
        return text.length() == DATE_LENGTH
            ? LocalDate.parse(text)
            : orUnknown(Moments.instant(text));
      }
      if (!Numbers.isPlain(text)) {
        return UNKNOWN;
      }
      if (text.indexOf('e') > 0 || text.indexOf('E') > 0) {
        return Double.valueOf(text);
      }
      budget.digits(text.length());
      BigDecimal decimal = new BigDecimal(text.replace('d', 'E').replace('D', 'E'));
      budget.digits(decimal.scale());
      return decimal;
    } catch (NumberFormatException | ArithmeticException | DateTimeException _) {
      return UNKNOWN;
    }
  }

  /** What is not a plain value. */
  private static final class Unknown {}

  /** Names of fields repeat from row to row; they need not be made anew. */
  private static final class NameCache {
    private static final int MOST = 1_000;
    private final List<byte[]> bytes = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private int next;

    void startRow() {
      next = 0;
    }

    String name(byte[] b, int from, int to) {
      int i = next++;
      if (i < bytes.size()) {
        byte[] known = bytes.get(i);
        if (Arrays.equals(known, 0, known.length, b, from, to)) {
          return texts.get(i);
        }
      }
      String text = new String(b, from, to - from, StandardCharsets.ISO_8859_1);
      if (i < bytes.size()) {
        bytes.set(i, Arrays.copyOfRange(b, from, to));
        texts.set(i, text);
      } else if (i < MOST) {
        bytes.add(Arrays.copyOfRange(b, from, to));
        texts.add(text);
      }
      return text;
    }
  }
}
