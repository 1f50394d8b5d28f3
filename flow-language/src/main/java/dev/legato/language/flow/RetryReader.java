package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.flow.RetryPolicy.Behavior;
import dev.legato.model.flow.RetryPolicy.Limits;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads {@code retry} blocks. */
final class RetryReader {
  private static final double DEFAULT_FACTOR = 2;

  private RetryReader() {}

  private enum Type {
    CONSTANT,
    EXPONENTIAL,
    RANDOM
  }

  /** The policy of a thing; absent when it has none, or after a complaint. */
  static @Nullable RetryPolicy read(Fields owner) {
    Fields fields = owner.nested("retry");
    if (fields == null) {
      return null;
    }
    fields.require("type");
    Type type = fields.word("type", Type.class);
    Limits limits = limits(fields);
    RetryPolicy policy =
        switch (type) {
          case null -> null;
          case CONSTANT -> constant(fields, limits);
          case EXPONENTIAL -> exponential(fields, limits);
          case RANDOM -> random(fields, limits);
        };
    owner.keep("retry", fields.document());
    if (type != null) {
      fields.refuseUnknown("A retry of type '%s'".formatted(fields.text("type")));
    }
    return policy;
  }

  private static Limits limits(Fields fields) {
    Integer maxAttempts = fields.integer(fields.either("maxAttempts", "maxAttempt"), 1);
    Duration maxDuration = wait(fields, "maxDuration");
    boolean warningOnRetry = fields.flag("warningOnRetry", false);
    Behavior behavior = fields.choice("behavior", Behavior.class);
    return new Limits(
        maxAttempts,
        maxDuration,
        warningOnRetry,
        behavior == null ? Behavior.RETRY_FAILED_TASK : behavior);
  }

  private static @Nullable RetryPolicy constant(Fields fields, Limits limits) {
    Duration interval = requiredWait(fields, "interval");
    checkBelow(fields, "interval", interval, "maxDuration", limits.maxDuration());
    return interval == null ? null : new RetryPolicy.Constant(interval, limits);
  }

  private static @Nullable RetryPolicy exponential(Fields fields, Limits limits) {
    Duration interval = requiredWait(fields, "interval");
    Duration maxInterval = requiredWait(fields, "maxInterval");
    Double factor = fields.number("delayFactor");
    if (factor != null && factor < 1) {
      fields.error(
          ComplaintCode.INVALID_VALUE,
          "delayFactor",
          "Property 'delayFactor' must be at least 1.",
          null);
    }
    checkBelow(fields, "interval", interval, "maxInterval", maxInterval);
    checkBelow(fields, "interval", interval, "maxDuration", limits.maxDuration());
    checkBelow(fields, "maxInterval", maxInterval, "maxDuration", limits.maxDuration());
    return interval == null || maxInterval == null
        ? null
        : new RetryPolicy.Exponential(
            interval, maxInterval, factor == null ? DEFAULT_FACTOR : factor, limits);
  }

  private static @Nullable RetryPolicy random(Fields fields, Limits limits) {
    Duration minInterval = requiredWait(fields, "minInterval");
    Duration maxInterval = requiredWait(fields, "maxInterval");
    checkBelow(fields, "minInterval", minInterval, "maxInterval", maxInterval);
    checkBelow(fields, "minInterval", minInterval, "maxDuration", limits.maxDuration());
    checkBelow(fields, "maxInterval", maxInterval, "maxDuration", limits.maxDuration());
    return minInterval == null || maxInterval == null
        ? null
        : new RetryPolicy.Random(minInterval, maxInterval, limits);
  }

  private static @Nullable Duration requiredWait(Fields fields, String name) {
    fields.require(name);
    return wait(fields, name);
  }

  /** A duration that is neither a busy loop nor out of range of the clock. */
  static @Nullable Duration wait(Fields fields, String name) {
    Duration duration = fields.duration(name);
    if (duration != null && !isReasonable(duration)) {
      fields.error(
          ComplaintCode.INVALID_VALUE,
          name,
          "Property '%s' must be from 100 ms to 365 days, but is %s.".formatted(name, duration),
          null);
      return null;
    }
    return duration;
  }

  private static boolean isReasonable(Duration duration) {
    return duration.compareTo(FlowLimits.SHORTEST_WAIT) >= 0
        && duration.compareTo(FlowLimits.LONGEST_WAIT) <= 0;
  }

  private static void checkBelow(
      Fields fields,
      String name,
      @Nullable Duration value,
      String boundName,
      @Nullable Duration bound) {
    if (value != null && bound != null && value.compareTo(bound) >= 0) {
      fields.error(
          ComplaintCode.INVALID_VALUE,
          name,
          "Property '%s' (%s) must be shorter than '%s' (%s)."
              .formatted(name, value, boundName, bound),
          null);
    }
  }
}
