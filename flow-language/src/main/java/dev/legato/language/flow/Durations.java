package dev.legato.language.flow;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Durations as flows write them: ISO-8601, or a number of seconds. */
final class Durations {
  static final String EXPECTATION = "a duration such as PT30S, or a number of seconds";

  private static final Pattern SECONDS = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,9})?");
  private static final int NANO_DIGITS = 9;

  private Durations() {}

  static Optional<Duration> parse(String text) {
    if (SECONDS.matcher(text).matches()) {
      long nanos =
          new BigDecimal(text).remainder(BigDecimal.ONE).movePointRight(NANO_DIGITS).longValue();
      return Optional.of(Duration.ofSeconds(new BigDecimal(text).longValue(), nanos));
    }
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
