package dev.legato.docker;

import dev.legato.plugin.TaskFailure;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes such as {@code 512MB}. */
final class ByteSize {
  private static final Pattern SIZE =
      Pattern.compile("(-?\\d{1,15}(?:\\.\\d{1,9})?)\\s*([KMGT]?)I?B?");
  private static final Map<String, Integer> SHIFTS =
      Map.of("", 0, "K", 10, "M", 20, "G", 30, "T", 40);

  private ByteSize() {}

  /**
   * The number of bytes.
   *
   * @param name of the property, for people
   */
  static long parse(String name, String text) throws TaskFailure {
    Matcher size = SIZE.matcher(text.strip().toUpperCase(Locale.ROOT));
    if (!size.matches()) {
      throw new TaskFailure(
          "'%s' must be a size such as 512MB, but is '%s'.".formatted(name, text));
    }
    BigDecimal unit = BigDecimal.valueOf(1L << SHIFTS.getOrDefault(size.group(2), 0));
    return new BigDecimal(size.group(1)).multiply(unit).longValue();
  }
}
