package dev.legato.data.ion;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Backslashes in texts. */
final class Escapes {
  private Escapes() {}

  /** The text of bytes that have escapes; null when one of them is unknown. */
  static @Nullable String decode(byte[] b, int from, int to) {
    String raw = new String(b, from, to - from, StandardCharsets.UTF_8);
    StringBuilder text = new StringBuilder(raw.length());
    int i = 0;
    while (i < raw.length()) {
      char c = raw.charAt(i++);
      if (c != '\\') {
        text.append(c);
        continue;
      }
      char kind = raw.charAt(i++); // a quoted text never ends with a lone backslash
      int digits = digits(kind);
      if (digits > 0) {
        int code = code(raw, i, digits);
        if (code < 0) {
          return null;
        }
        text.appendCodePoint(code);
        i += digits;
      } else {
        int simple = simple(kind);
        if (simple < 0) {
          return null;
        }
        text.append((char) simple);
      }
    }
    return text.toString();
  }

  private static int digits(char kind) {
    return switch (kind) {
      case 'x' -> 2;
      case 'u' -> 4;
      case 'U' -> 8;
      default -> 0;
    };
  }

  private static int code(String raw, int from, int digits) {
    if (from + digits > raw.length()) {
      return -1;
    }
    for (int i = from; i < from + digits; i++) {
      if (!HexFormat.isHexDigit(raw.charAt(i))) {
        return -1;
      }
    }
    long code = HexFormat.fromHexDigitsToLong(raw, from, from + digits);
    return code <= Character.MAX_CODE_POINT ? (int) code : -1;
  }

  private static int simple(char kind) {
    return switch (kind) {
      case '0' -> 0;
      case 'a' -> 7;
      case 'b' -> '\b';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'f' -> '\f';
      case 'r' -> '\r';
      case 'v' -> 11;
      case '"', '\'', '?', '\\', '/' -> kind;
      default -> -1;
    };
  }
}
