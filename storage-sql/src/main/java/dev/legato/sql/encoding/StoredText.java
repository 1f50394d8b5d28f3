package dev.legato.sql.encoding;

import org.jspecify.annotations.Nullable;

/**
 * Writes any Java string as text that every database keeps unchanged. Databases cut or refuse
 * U+0000, and UTF-8 has no bytes for half of a surrogate pair; both are written as U+001A and four
 * hexadecimal digits, and so is U+001A itself. All other text stays as it is.
 *
 * <p>Values to compare with are encoded the same way, so that equal texts stay equal.
 */
public final class StoredText {
  private static final char ESCAPE = '\u001A';
  private static final int DIGITS = 4;
  private static final int RADIX = 16;

  private StoredText() {}

  /** The text to store; the same object in nearly all cases. */
  public static String encode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (mustEscape(text, i)) {
        return escape(text, i);
      }
    }
    return text;
  }

  /** What was given to {@link #encode}. */
  public static String decode(String stored) {
    int escape = stored.indexOf(ESCAPE);
    if (escape < 0) {
      return stored;
    }
    var text = new StringBuilder(stored.length());
    int from = 0;
    while (escape >= 0) {
      text.append(stored, from, escape);
      from = escape + 1 + DIGITS;
      text.append((char) Integer.parseInt(stored, escape + 1, from, RADIX));
      escape = stored.indexOf(ESCAPE, from);
    }
    return text.append(stored, from, stored.length()).toString();
  }

  /** Like {@link #decode}; absent stays absent. */
  public static @Nullable String decodeOptional(@Nullable String stored) {
    return stored == null ? null : decode(stored);
  }

  private static String escape(String text, int first) {
    var stored = new StringBuilder(text.length() + DIGITS).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (mustEscape(text, i)) {
        stored.append(ESCAPE);
        for (int shift = 12; shift >= 0; shift -= 4) {
          stored.append(Character.forDigit((c >> shift) & 0xF, RADIX));
        }
      } else {
        stored.append(c);
      }
    }
    return stored.toString();
  }

  private static boolean mustEscape(String text, int index) {
    char c = text.charAt(index);
    if (c > ESCAPE && c < Character.MIN_SURROGATE) {
      return false;
    }
    if (Character.isHighSurrogate(c)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return index == 0 || !Character.isHighSurrogate(text.charAt(index - 1));
    }
    return c == 0 || c == ESCAPE;
  }
}
