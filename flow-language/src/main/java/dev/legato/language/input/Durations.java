package dev.legato.language.input;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as people write them: ISO-8601, or a number of seconds. */
public final class Durations {
  public static final String EXPECTATION = "a duration such as PT30S, or a number of seconds";

  private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,9})?");
  private static final int NANO_DIGITS = 9;

  private Durations() {}

  /** Empty when the text is neither. */
  public static Optional<Duration> parse(String text) {
    try {
      return Optional.of(require(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /**
   * As {@link #parse} for a text that is one.
   *
   * @throws DateTimeException when it is not
   */
  static Duration require(String text) {
    if (!SECONDS.matcher(text).matches()) {
      return Duration.parse(text);
    }
    BigDecimal seconds = new BigDecimal(text);
    long nanos = seconds.remainder(BigDecimal.ONE).movePointRight(NANO_DIGITS).longValue();
    return Duration.ofSeconds(seconds.longValue(), nanos);
  }
}
