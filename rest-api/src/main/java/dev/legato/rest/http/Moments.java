package dev.legato.rest.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;

/** Reads the ways in which clients write a moment. */
final class Moments {
  private Moments() {}

  /** A date and time with or without seconds, fraction and offset; empty when it is neither. */
  static Optional<Instant> parse(String text) {
    // a '+' that a client forgot to encode arrives as a space
    String repaired = text.replace(' ', '+');
    try {
      TemporalAccessor parsed =
          DateTimeFormatter.ISO_DATE_TIME.parseBest(repaired, Instant::from, LocalDateTime::from);
      return Optional.of(
          parsed instanceof LocalDateTime local
              ? local.toInstant(ZoneOffset.UTC)
              : Instant.from(parsed));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
