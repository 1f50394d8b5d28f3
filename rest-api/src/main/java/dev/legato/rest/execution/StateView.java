package dev.legato.rest.execution;

import dev.legato.model.execution.StatusHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where something stands and how it got there.
 *
 * @param duration until its end, or until now
 * @param endDate only when it has ended
 */
public record StateView(
    String current,
    List<Entry> histories,
    Duration duration,
    Instant startDate,
    @Nullable Instant endDate) {
  /** A state and when it was entered. */
  public record Entry(String state, Instant date) {}

  static <S extends Enum<S>> StateView of(StatusHistory<S> history, boolean ended, Instant now) {
    return new StateView(
        history.current().name(),
        history.entries().stream()
            .map(entry -> new Entry(entry.status().name(), entry.at()))
            .toList(),
        ended ? history.span() : Duration.between(history.start(), now),
        history.start(),
        ended ? history.last() : null);
  }
}
