package dev.legato.sql.search;

import dev.legato.sql.encoding.Micros;
import dev.legato.storage.InvalidSearchException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** Reads the texts that filters compare with. */
final class Values {
  private static final long NANOS_PER_MICRO = 1_000;
  private static final long MICROS_PER_SECOND = 1_000_000;

  private Values() {}

  static long instant(String text) {
    try {
      return Micros.of(Instant.parse(text));
    } catch (DateTimeException | ArithmeticException e) {
      throw new InvalidSearchException(
          "'%s' is not an instant such as 2026-01-31T12:00:00Z".formatted(text), e);
    }
  }

  static long duration(String text) {
    try {
      Duration duration = Duration.parse(text);
      return Math.addExact(
          Math.multiplyExact(duration.getSeconds(), MICROS_PER_SECOND),
          duration.getNano() / NANOS_PER_MICRO);
    } catch (DateTimeException | ArithmeticException e) {
      throw new InvalidSearchException("'%s' is not a duration such as PT5M".formatted(text), e);
    }
  }

  static long integer(String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new InvalidSearchException("'%s' is not a whole number".formatted(text), e);
    }
  }
}
