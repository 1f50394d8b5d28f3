package dev.legato.orchestrator.trigger;

import dev.legato.model.trigger.Backfill;
import dev.legato.model.trigger.TriggerState;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was stored of one trigger at which time, and whether there was a server to look at it. */
final class Timeline {
  /** What takes no longer counts as the same moment: commits take time, too. */
  static final Duration MOMENT = Duration.ofSeconds(2);

  private final NavigableMap<Instant, Moment> moments = new TreeMap<>();

  /**
   * From one instant on.
   *
   * @param state absent when the trigger does not exist
   */
  record Moment(boolean up, Optional<TriggerState> state) {
    boolean off() {
      return state.isPresent() && state.get().disabled();
    }

    /** Whether a date that comes now has to wait. */
    boolean blocked(Instant date) {
      if (!up || state.isEmpty()) {
        return true;
      }
      TriggerState it = state.get();
      Instant next = it.nextDate();
      Backfill backfill = it.backfill();
      return it.disabled()
          || it.isLocked()
          || (backfill != null && !backfill.paused())
          || (next != null && next.isBefore(date));
    }
  }

  void add(Instant at, boolean up, Optional<TriggerState> state) {
    moments.put(at, new Moment(up, state));
  }

  /** Whether nothing kept the trigger from firing when a date came. */
  boolean free(Instant date) {
    Map.Entry<Instant, Moment> before = moments.lowerEntry(date);
    return before != null
        && !before.getValue().blocked(date)
        && moments.subMap(date, true, date.plus(MOMENT), true).values().stream()
            .noneMatch(moment -> moment.blocked(date));
  }

  /** Whether the trigger was switched off all the time around an instant. */
  boolean off(Instant at) {
    Map.Entry<Instant, Moment> before = moments.lowerEntry(at.minus(MOMENT));
    return before != null
        && before.getValue().off()
        && moments.subMap(at.minus(MOMENT), true, at.plus(MOMENT), true).values().stream()
            .allMatch(Moment::off);
  }

  /** What was stored around an instant, for people who have to understand what went wrong. */
  String around(Instant at) {
    Instant from = Optional.ofNullable(moments.floorKey(at.minus(MOMENT))).orElse(at);
    return moments.tailMap(from).entrySet().stream()
        .limit(12)
        .map(each -> "%n  %s %s".formatted(each.getKey(), each.getValue()))
        .collect(Collectors.joining());
  }
}
