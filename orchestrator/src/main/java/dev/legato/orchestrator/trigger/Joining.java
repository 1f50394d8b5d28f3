package dev.legato.orchestrator.trigger;

import dev.legato.language.schedule.TimeWindow;
import dev.legato.language.schedule.TimeWindow.Lookback;
import dev.legato.language.schedule.TimeWindow.Window;
import dev.legato.model.flow.Join;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerWindow;
import dev.legato.model.trigger.TriggerWindow.Satisfied;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the window of a join when an execution changes. Pure, so that the same notes in
 * the same order lead to the same executions after a crash.
 *
 * @param fingerprint of the definition of the trigger
 */
record Joining(TriggerId trigger, String fingerprint, Join join, TimeWindow time) {
  /**
   * What has become of it.
   *
   * @param before the window as it is before it fires
   * @param window as it is when it has fired
   * @param isComplete whether enough parts have come true
   */
  record Joined(TriggerWindow before, TriggerWindow window, boolean isComplete) {
    /** What it fires for: the same window fires for it once. */
    String key() {
      return "%s/%s@%s#%d:%s"
          .formatted(
              window.trigger(),
              window.join(),
              before.start(),
              before.fired(),
              before.fingerprint());
    }
  }

  /**
   * Adds what has come true.
   *
   * @param stored the window so far; absent when there is none
   * @param parts that hold for the execution; none to see how the window stands
   * @return empty when no window is open
   */
  Optional<Joined> add(
      @Nullable TriggerWindow stored, Collection<String> parts, Satisfied satisfied) {
    // windows follow each other: what is noted late counts for the one that is open
    Instant at =
        stored != null && satisfied.at().isBefore(stored.start()) ? stored.start() : satisfied.at();
    Optional<TriggerWindow> open = open(stored, at).filter(window -> !window.closed());
    if (open.isEmpty()) {
      return Optional.empty();
    }
    Map<String, Satisfied> all = new LinkedHashMap<>(open.get().satisfied());
    parts.forEach(part -> all.put(part, satisfied));
    TriggerWindow added = with(open.get(), all, open.get().fired(), false);
    if (all.size() < join.needed()) {
      return Optional.of(new Joined(added, added, false));
    }
    int fired = added.fired() + 1;
    TriggerWindow after =
        switch (join.after()) {
          case RESET -> with(added, Map.of(), fired, false);
          case GO_ON -> with(added, all, fired, false);
          case CLOSE ->
              time instanceof Lookback
                  ? with(added, Map.of(), fired, false)
                  : with(added, all, fired, true);
        };
    return Optional.of(new Joined(added, after, true));
  }

  private Optional<TriggerWindow> open(@Nullable TriggerWindow stored, Instant at) {
    Optional<Window> current = time.at(at);
    if (stored != null && stored.fingerprint().equals(fingerprint)) {
      if (time instanceof Lookback) {
        return current.map(window -> looking(stored, window));
      }
      boolean isOpen = !at.isAfter(stored.end());
      boolean isFresh = time instanceof TimeWindow.Sliding && stored.satisfied().isEmpty();
      if (isOpen && !isFresh) {
        return Optional.of(stored);
      }
    }
    int fired = stored == null ? 0 : stored.fired();
    return current.map(
        window ->
            new TriggerWindow(
                trigger,
                join.id(),
                fingerprint,
                time instanceof Lookback ? at : window.start(),
                window.end(),
                fired,
                false,
                Map.of()));
  }

  /** What lies too far back is forgotten. */
  private static TriggerWindow looking(TriggerWindow stored, Window window) {
    Map<String, Satisfied> recent = new LinkedHashMap<>(stored.satisfied());
    recent.values().removeIf(each -> each.at().isBefore(window.start()));
    return with(stored, recent, stored.fired(), false);
  }

  private static TriggerWindow with(
      TriggerWindow window, Map<String, Satisfied> satisfied, int fired, boolean closed) {
    return new TriggerWindow(
        window.trigger(),
        window.join(),
        window.fingerprint(),
        window.start(),
        window.end(),
        fired,
        closed,
        satisfied);
  }
}
