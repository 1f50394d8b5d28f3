package dev.legato.model.trigger;

import dev.legato.model.flow.Label;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants a schedule to be made up for over a stretch of the past.
 *
 * @param start the first instant that counts
 * @param end the last instant that counts
 * @param current the next instant to fire for, between both
 * @param inputs hide those of the trigger; not checked yet
 * @param labels added to those of the trigger
 * @param createdAt tells it from another one over the same stretch
 * @param resumeAt when the schedule goes on as usual; absent when it has no further instant
 */
public record Backfill(
    Instant start,
    Instant end,
    Instant current,
    boolean paused,
    Map<String, @Nullable Object> inputs,
    List<Label> labels,
    Instant createdAt,
    @Nullable Instant resumeAt) {
  /** The same, with another instant to go on from. */
  public Backfill at(Instant next) {
    return new Backfill(start, end, next, paused, inputs, labels, createdAt, resumeAt);
  }

  /** The same, waiting or going on. */
  public Backfill paused(boolean newPaused) {
    return new Backfill(start, end, current, newPaused, inputs, labels, createdAt, resumeAt);
  }

  /** The same, after which the schedule goes on at another instant. */
  public Backfill resumingAt(@Nullable Instant newResumeAt) {
    return new Backfill(start, end, current, paused, inputs, labels, createdAt, newResumeAt);
  }
}
