package dev.legato.data.ion;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Ion text in a growing array: a value never has a line end in it, so that lines are rows. */
final class IonText {
  private static final Set<String> KEYWORDS = Set.of("null", "true", "false", "nan");
  private static final String HEX = "0123456789abcdef";
  private static final int MOST_PLAIN_DIGITS = 40;

  /** At least milliseconds, and more only where there is more. */
  private static final DateTimeFormatter INSTANT =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd'T'HH:mm:ss")
          .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true)
          .appendLiteral('Z')
          .toFormatter(Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private byte[] bytes = new byte[128 << 10];
  private int size;

  int size() {
    return size;
  }

  void drainTo(OutputStream out) throws IOException {
    out.write(bytes, 0, size);
    size = 0;
  }

  void endLine() {
    put('\n');
  }

  void value(@Nullable Object value) {
    switch (value) {
      case null -> ascii("null");
      case String text -> quoted(text, '"');
      case Boolean truth -> ascii(truth.toString());
      case Double number -> fraction(number);
      case Float number -> fraction(number);
      case BigDecimal number -> decimal(number);
      case Number number -> ascii(number.toString());
      case byte[] blob -> blob(blob);
      case Instant instant -> ascii(INSTANT.format(instant));
      case LocalDate date -> ascii(date.toString());
      case List<?> list -> list(list);
      case Map<?, ?> map -> struct(map);
      default -> annotated(value);
    }
  }

  /** The name of a type that Ion does not have itself; null when its text says enough. */
  static @Nullable String annotation(Object value) {
    return switch (value) {
      case LocalDateTime _, LocalTime _, OffsetDateTime _, OffsetTime _, ZonedDateTime _ ->
          value.getClass().getSimpleName();
      default -> null;
    };
  }

  private void annotated(Object value) {
    String annotation = annotation(value);
    if (annotation != null) {
      ascii(annotation);
      ascii("::");
    }
    quoted(value.toString(), '"');
  }

  private void struct(Map<?, ?> map) {
    put('{');
    boolean first = true;
    for (Map.Entry<?, ?> field : map.entrySet()) {
      if (!first) {
        put(',');
      }
      first = false;
      name(String.valueOf(field.getKey()));
      put(':');
      value(field.getValue());
    }
    put('}');
  }

  private void list(List<?> list) {
    put('[');
    boolean first = true;
    for (Object item : list) {
      if (!first) {
        put(',');
      }
      first = false;
      value(item);
    }
    put(']');
  }

  private void name(String name) {
    if (isIdentifier(name) && !KEYWORDS.contains(name)) {
      ascii(name);
    } else {
      quoted(name, '\'');
    }
  }

  private static boolean isIdentifier(String name) {
    if (name.isEmpty() || isDigit(name.charAt(0))) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && !isDigit(c)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void fraction(double number) {
    if (Double.isNaN(number)) {
      ascii("nan");
    } else if (Double.isInfinite(number)) {
      ascii(number > 0 ? "+inf" : "-inf");
    } else {
      String text = Double.toString(number);
      int exponent = text.indexOf('E');
      ascii(exponent < 0 ? text + "e0" : text.replace('E', 'e'));
    }
  }

  private void decimal(BigDecimal number) {
    int scale = number.scale();
    if (scale > 0 && scale <= MOST_PLAIN_DIGITS) {
      ascii(number.toPlainString());
    } else if (scale == 0) {
      ascii(number.unscaledValue() + ".");
    } else {
      ascii(number.unscaledValue() + "d" + -(long) scale);
    }
  }

  private void blob(byte[] blob) {
    ascii("{{");
    byte[] base64 = Base64.getEncoder().encode(blob);
    room(base64.length);
    System.arraycopy(base64, 0, bytes, size, base64.length);
    size += base64.length;
    ascii("}}");
  }

  private void quoted(String text, char quote) {
    int length = text.length();
    room(length + 2);
    bytes[size++] = (byte) quote;
    int i = 0;
    while (i < length) {
      char c = text.charAt(i);
      if (c >= 0x7f || c < ' ' || c == quote || c == '\\') {
        break;
      }
      bytes[size++] = (byte) c;
      i++;
    }
    if (i < length) {
      escaped(text, i, quote);
    }
    put(quote);
  }

  private void escaped(String text, int from, char quote) {
    int i = from;
    while (i < text.length()) {
      int code = text.codePointAt(i);
      i += Character.charCount(code);
      if (code == quote || code == '\\') {
        put('\\');
        put((char) code);
      } else if (code < ' ' || code == 0x7f) {
        control(code);
      } else if (code < 0x7f) {
        put((char) code);
      } else {
        utf8(code);
      }
    }
  }

  private void control(int code) {
    switch (code) {
      case '\n' -> ascii("\\n");
      case '\r' -> ascii("\\r");
      case '\t' -> ascii("\\t");
      default -> {
        ascii("\\x");
        put(HEX.charAt(code >> 4));
        put(HEX.charAt(code & 0xf));
      }
    }
  }

  private void utf8(int code) {
    boolean lone = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
    byte[] encoded = Character.toString(lone ? 0xFFFD : code).getBytes(StandardCharsets.UTF_8);
    for (byte b : encoded) {
      put((char) (b & 0xff));
    }
  }

  private void ascii(String text) {
    int length = text.length();
    room(length);
    for (int i = 0; i < length; i++) {
      bytes[size + i] = (byte) text.charAt(i);
    }
    size += length;
  }

  private void put(char c) {
    room(1);
    bytes[size++] = (byte) c;
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
    }
  }
}
