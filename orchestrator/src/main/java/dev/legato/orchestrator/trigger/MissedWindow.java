package dev.legato.orchestrator.trigger;

import dev.legato.language.schedule.TimeWindow;
import dev.legato.language.schedule.TimeWindow.Window;
import dev.legato.model.execution.Ids;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Join;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerEvent.FlowChange;
import dev.legato.model.flow.TriggerEvent.FlowChange.OnMiss;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.model.trigger.TriggerWindow;
import dev.legato.storage.TriggerStore.Pending;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Makes an execution fail when the window of a Flow trigger ends and not all has come true in it.
 * The date of such a trigger is the end of its window. Of windows that ended while the server was
 * down, only the first counts.
 */
final class MissedWindow implements TimedTrigger {
  /** What changed in time may become known a little later. */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** Until it is asked again whether all that changed in time is known. */
  private static final Duration PAUSE = Duration.ofMillis(200);

  private final Function<TriggerId, List<TriggerWindow>> windows;
  private final IntFunction<List<Pending>> notes;
  private final ZoneId zone;

  /**
   * @param windows finds what has come true
   * @param notes finds the oldest changes that were not dealt with yet, so many at most
   * @param zone in which windows are meant
   */
  MissedWindow(
      Function<TriggerId, List<TriggerWindow>> windows,
      IntFunction<List<Pending>> notes,
      ZoneId zone) {
    this.windows = windows;
    this.notes = notes;
    this.zone = zone;
  }

  /** When the window ends that is open at an instant, or opens next; empty for never. */
  static Optional<Instant> end(FlowChange event, Instant at, ZoneId zone) {
    return event.onMiss() == null || event.joins().isEmpty()
        ? Optional.empty()
        : Optional.of(window(event, at, zone).end().plus(TimeWindow.RESOLUTION));
  }

  private static Window window(FlowChange event, Instant at, ZoneId zone) {
    Map<String, @Nullable Object> properties = event.joins().getLast().window().properties();
    return TimeWindow.ofDependencies(properties, zone).atOrNext(at);
  }

  @Override
  public Instant lookAt(TriggerState state, Instant now) {
    Instant from = Objects.requireNonNull(state.nextDate()).plus(GRACE);
    return from.isAfter(now) ? from : now.plus(PAUSE);
  }

  @Override
  public Look look(Flow flow, Trigger trigger, TriggerState state, Instant now) {
    Instant due = Objects.requireNonNull(state.nextDate());
    OnMiss onMiss = trigger.event() instanceof FlowChange change ? change.onMiss() : null;
    if (!(trigger.event() instanceof FlowChange event) || onMiss == null) {
      return Look.without(state.switched(state.disabled(), null, now));
    }
    if (due.plus(GRACE).isAfter(now) || hearsOf(due)) {
      return Look.without(state);
    }
    Window ended = window(event, due.minus(TimeWindow.RESOLUTION), zone);
    TriggerState moved = state.evaluated(ended.end(), end(event, now, zone).orElse(null), now);
    Join join = event.joins().getLast();
    Set<String> came = cameTrue(state, join, ended, trigger.fingerprint(false));
    return came.size() >= join.needed()
        ? Look.without(moved)
        : new Look(moved, birth(flow, trigger, ended, missing(join, came), onMiss));
  }

  /** Whether a change that was in time is still to be dealt with. */
  private boolean hearsOf(Instant end) {
    List<Pending> oldest = notes.apply(1);
    return !oldest.isEmpty() && oldest.getFirst().note().at().isBefore(end);
  }

  private Set<String> cameTrue(TriggerState state, Join join, Window ended, String fingerprint) {
    return windows.apply(state.id()).stream()
        .filter(window -> window.join().equals(join.id()))
        .filter(window -> window.fingerprint().equals(fingerprint))
        .filter(window -> window.start().equals(ended.start()))
        .map(TriggerWindow::satisfied)
        .map(Map::keySet)
        .findFirst()
        .orElse(Set.of());
  }

  private static List<String> missing(Join join, Set<String> came) {
    return join.parts().stream()
        .map(Join.Part::name)
        .filter(part -> !came.contains(part))
        .map(part -> part.substring(part.indexOf('_') + 1))
        .toList();
  }

  private static Birth birth(
      Flow flow, Trigger trigger, Window ended, List<String> missing, OnMiss onMiss) {
    String key =
        "%s.%s/%s@%s!missed"
            .formatted(flow.id().namespace(), flow.id().id(), trigger.id(), ended.start());
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    variables.put("windowStart", ended.start().toString());
    variables.put("windowEnd", ended.end().toString());
    variables.put("missing", missing);
    var firing =
        new Firing(
            flow,
            trigger,
            Ids.derivedExecution(ended.end(), key),
            key,
            variables,
            Map.of(),
            onMiss.labels(),
            null,
            null);
    String reason =
        "Trigger '%s' has waited in vain from %s to %s for %s."
            .formatted(
                trigger.id(),
                ended.start(),
                ended.end(),
                missing.stream().map("'%s'"::formatted).collect(Collectors.joining(", ")));
    return new Birth(firing, reason);
  }
}
