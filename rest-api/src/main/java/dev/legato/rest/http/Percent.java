package dev.legato.rest.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Undoes percent-encoding, once. */
final class Percent {
  private Percent() {}

  /** Decodes a path segment: every {@code %} must begin an escape. */
  static String decodeStrictly(String text) {
    return text.indexOf('%') < 0 && isAscii(text) ? text : decode(text, true, false);
  }

  /** Decodes a name or value of a query: {@code +} is a space, a stray {@code %} is kept. */
  static String decodeLeniently(String text) {
    return text.indexOf('%') < 0 && text.indexOf('+') < 0 && isAscii(text)
        ? text
        : decode(text, false, true);
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 0x80) {
        return false;
      }
    }
    return true;
  }

  private static String decode(String text, boolean strict, boolean plusIsSpace) {
    var bytes = new ByteArrayOutputStream(text.length());
    int i = 0;
    while (i < text.length()) {
      int c = text.codePointAt(i);
      int escaped = c == '%' ? escape(text, i) : -1;
      if (escaped >= 0) {
        bytes.write(escaped);
        i += 3;
      } else if (c == '%' && strict) {
        throw Problem.badRequest("a '%' in the path must be followed by two hexadecimal digits");
      } else {
        bytes.writeBytes(
            Character.toString(c == '+' && plusIsSpace ? ' ' : c).getBytes(StandardCharsets.UTF_8));
        i += Character.charCount(c);
      }
    }
    return utf8(bytes.toByteArray());
  }

  private static int escape(String text, int at) {
    if (at + 2 >= text.length()) {
      return -1;
    }
    int high = Character.digit(text.charAt(at + 1), 16);
    int low = Character.digit(text.charAt(at + 2), 16);
    return high < 0 || low < 0 ? -1 : (high << 4) | low;
  }

  /** Reads UTF-8 and refuses anything else. */
  static String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw Problem.badRequest("text must be UTF-8");
    }
  }
}
