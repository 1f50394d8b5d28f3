package dev.legato.storage.file;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/** What a file or folder may be called. */
final class SafeName {
  private static final int PRINTED = 100;

  /** The most that common file systems keep. */
  private static final int MAX_BYTES = 255;

  /** What would be a separator, a dot or a control character if it were decoded once more. */
  private static final Pattern STILL_ENCODED =
      Pattern.compile("%(?:25|2[eEfF]|3[aA]|5[cC]|7[fF]|[01][0-9a-fA-F])");

  private SafeName() {}

  static void check(String name) {
    if (name.isEmpty()) {
      throw refuse(name, "a name must not be empty");
    }
    if (name.equals(".") || name.equals("..")) {
      throw refuse(name, "paths must not contain '.' or '..'");
    }
    checkCharacters(name);
    if (name.endsWith(".") || name.endsWith(" ")) {
      throw refuse(name, "a name must not end with a dot or a space");
    }
    if (name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
      throw refuse(name, "a name must not be longer than %d bytes".formatted(MAX_BYTES));
    }
    if (STILL_ENCODED.matcher(name).find()) {
      throw refuse(name, "it is percent-encoded more than once");
    }
    checkLookAlikes(name);
  }

  private static void checkCharacters(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '/' || c == '\\' || c == ':') {
        throw refuse(name, "a name must not contain '/', '\\' or ':'");
      }
      if (Character.isISOControl(c) || isLoneSurrogate(name, i)) {
        throw refuse(name, "character %d of a name must not be U+%04X".formatted(i + 1, (int) c));
      }
    }
  }

  private static boolean isLoneSurrogate(String name, int index) {
    char c = name.charAt(index);
    if (Character.isHighSurrogate(c)) {
      return index + 1 == name.length() || !Character.isLowSurrogate(name.charAt(index + 1));
    }
    return Character.isLowSurrogate(c)
        && (index == 0 || !Character.isHighSurrogate(name.charAt(index - 1)));
  }

  /** Refuses what another program may take for a dot or a separator, such as U+FF0E. */
  private static void checkLookAlikes(String name) {
    if (isAscii(name)) {
      return;
    }
    String plain = Normalizer.normalize(name, Form.NFKC);
    if (plain.indexOf('/') >= 0
        || plain.indexOf('\\') >= 0
        || name.indexOf('\u2215') >= 0
        || name.indexOf('\u2044') >= 0
        || plain.chars().allMatch(c -> c == '.')) {
      throw refuse(name, "a name must not contain characters that look like '/', '\\' or '..'");
    }
  }

  private static boolean isAscii(String name) {
    return name.chars().allMatch(c -> c < 128);
  }

  private static UnsafePathException refuse(String name, String why) {
    return new UnsafePathException(
        "'%s' cannot name a file or folder: %s".formatted(printable(name), why));
  }

  /** The beginning of a text, without characters that do something to a log or a terminal. */
  static String printable(String text) {
    String start = text.length() <= PRINTED ? text : text.substring(0, PRINTED) + "…";
    return start
        .codePoints()
        .map(
            c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? '?' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
