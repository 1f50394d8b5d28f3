package dev.legato.orchestrator.trigger;

import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.Recovery;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerEvent.FlowChange;
import dev.legato.model.flow.TriggerEvent.Timed;
import dev.legato.model.flow.TriggerKind;
import dev.legato.model.trigger.Backfill;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.trigger.Timetables.Times;
import dev.legato.orchestrator.trigger.Timetables.UnreadableTimesException;
import dev.legato.orchestrator.trigger.TriggerOutcome.Changed;
import dev.legato.orchestrator.trigger.TriggerOutcome.NoSuchTrigger;
import dev.legato.orchestrator.trigger.TriggerOutcome.Refused;
import dev.legato.storage.Filter;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.TriggerField;
import dev.legato.storage.TriggerStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The triggers of this installation, as people see and steer them. Methods return when their effect
 * is durable, and may be called from any thread that can wait.
 */
public final class Triggers {
  private final TriggerStore store;
  private final Function<FlowId, Optional<Flow>> flows;
  private final Scheduler scheduler;
  private final ScheduleDates dates;
  private final InstantSource clock;

  Triggers(
      TriggerStore store,
      Function<FlowId, Optional<Flow>> flows,
      Scheduler scheduler,
      ScheduleDates dates,
      InstantSource clock) {
    this.store = store;
    this.flows = flows;
    this.scheduler = scheduler;
    this.dates = dates;
    this.clock = clock;
  }

  /** A stretch of the past that somebody wants to be made up for. */
  public record BackfillRequest(
      Instant start,
      @Nullable Instant end,
      Map<String, @Nullable Object> inputs,
      List<Label> labels) {}

  public Optional<TriggerState> find(TriggerId id) {
    return store.find(id);
  }

  /** Those of one flow, sorted by id. */
  public List<TriggerState> ofFlow(FlowId flow) {
    return store.ofFlow(flow);
  }

  /** Those that match all filters. */
  public Page<TriggerState> search(
      List<Filter<TriggerField>> filters, PageRequest<TriggerField> page) {
    return store.search(filters, page);
  }

  /** What the author of the flow wrote; empty when the flow has no such trigger (any more). */
  public Optional<Trigger> definition(TriggerId id) {
    return flow(id).flatMap(flow -> trigger(flow, id));
  }

  /** Dates of a schedule, in the zone in which they are meant. */
  public record NextDates(ZoneId zone, List<ZonedDateTime> dates) {}

  /**
   * The next dates of a cron expression, in ascending order.
   *
   * @param zone the id of a zone; absent means the server's
   * @throws IllegalArgumentException when the expression or the zone is not in order
   */
  public NextDates nextDates(String cron, boolean withSeconds, @Nullable String zone, int size) {
    Times times;
    try {
      times = dates.times(cron, withSeconds, zone);
    } catch (UnreadableTimesException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
    List<ZonedDateTime> next =
        Stream.iterate(
                times.timetable().next(clock.instant()),
                Optional::isPresent,
                date -> date.flatMap(times.timetable()::next))
            .limit(size)
            .map(date -> date.orElseThrow().atZone(times.zone()))
            .toList();
    return new NextDates(times.zone(), next);
  }

  /** How many triggers wait for an instant. */
  public int armed() {
    return scheduler.armed();
  }

  /** Switches a trigger on or off, whatever its flow says. */
  public TriggerOutcome switchOff(TriggerId id, boolean off) {
    return change(
        id,
        (state, definition) -> {
          if (state.disabled() == off) {
            return new Changed(state);
          }
          if (state.kind() == TriggerKind.REALTIME) {
            return new Refused(
                id,
                "A trigger that listens all the time is switched off in its flow: disabled: true");
          }
          Instant now = clock.instant();
          return new Changed(
              off
                  ? state.switched(true, state.nextDate(), now)
                  : switchedOn(state, dateAfterBreak(id, state, definition), now));
        });
  }

  private static TriggerState switchedOn(TriggerState state, @Nullable Instant date, Instant now) {
    Backfill backfill = state.backfill();
    return backfill == null || backfill.paused()
        ? state.switched(false, date, now)
        : state
            .filling(backfill.resumingAt(date), backfill.current(), now)
            .switched(false, backfill.current(), now);
  }

  /** Lets a trigger go on that waits for an execution or a worker. */
  public TriggerOutcome unlock(TriggerId id) {
    return change(
        id,
        (state, _) ->
            state.isLocked()
                ? new Changed(state.unlocked(clock.instant()))
                : new Refused(id, "Trigger '%s' is not locked.".formatted(id)));
  }

  /** Stops the evaluation of a trigger that is under way, and begins a new one. */
  public TriggerOutcome restart(TriggerId id) {
    return change(
        id,
        (state, _) -> {
          Instant now = clock.instant();
          TriggerState free = state.unlocked(now);
          return new Changed(
              state.kind() == TriggerKind.SCHEDULE || !state.kind().isTimed()
                  ? free
                  : free.switched(state.disabled(), now, now));
        });
  }

  /** Begins to make up for a stretch of the past. */
  public TriggerOutcome backfill(TriggerId id, BackfillRequest request) {
    return change(
        id,
        (state, definition) -> {
          if (definition == null || !(definition.event() instanceof Timed)) {
            return new Refused(
                id, "Only schedules can be made up for; '%s' is none.".formatted(id));
          }
          if (state.backfill() != null) {
            return new Refused(
                id, "Trigger '%s' has a backfill already: delete it first.".formatted(id));
          }
          return begin(id, state, definition, request);
        });
  }

  private TriggerOutcome begin(
      TriggerId id, TriggerState state, Trigger definition, BackfillRequest request) {
    Instant now = clock.instant();
    Instant end = request.end() == null ? now : request.end();
    if (request.start().isAfter(end) || end.isAfter(now)) {
      return new Refused(id, "A backfill lies in the past and ends after its start.");
    }
    Optional<Instant> first =
        flow(id)
            .flatMap(flow -> dates.next(flow, definition, request.start().minusNanos(1)))
            .filter(date -> !date.isAfter(end));
    if (first.isEmpty()) {
      return new Refused(
          id, "The trigger has no date from %s to %s.".formatted(request.start(), end));
    }
    var backfill =
        new Backfill(
            request.start(),
            end,
            first.get(),
            false,
            request.inputs(),
            request.labels(),
            now,
            state.nextDate());
    return new Changed(state.filling(backfill, first.get(), now));
  }

  /** Lets a backfill wait or go on; meanwhile the schedule goes on as usual. */
  public TriggerOutcome pauseBackfill(TriggerId id, boolean paused) {
    return change(
        id,
        (state, _) -> {
          Backfill backfill = state.backfill();
          if (backfill == null) {
            return new Refused(id, "No backfill found for trigger '%s'.".formatted(id));
          }
          if (backfill.paused() == paused) {
            return new Changed(state);
          }
          Instant now = clock.instant();
          return new Changed(
              paused
                  ? state.filling(backfill.paused(true), ownDate(state), now)
                  : state.filling(
                      backfill.paused(false).resumingAt(ownDate(state)), backfill.current(), now));
        });
  }

  /** Gives a backfill up. */
  public TriggerOutcome deleteBackfill(TriggerId id) {
    return change(
        id,
        (state, _) ->
            state.backfill() == null
                ? new Refused(id, "No backfill found for trigger '%s'.".formatted(id))
                : new Changed(state.filling(null, ownDate(state), clock.instant())));
  }

  /** Forgets where a trigger stands; it begins anew when its flow is saved. */
  public TriggerOutcome remove(TriggerId id) {
    Optional<TriggerState> state = store.find(id);
    if (state.isEmpty() || !scheduler.remove(id)) {
      return new NoSuchTrigger(id);
    }
    return new Changed(state.get());
  }

  private TriggerOutcome change(
      TriggerId id, BiFunction<TriggerState, @Nullable Trigger, TriggerOutcome> decision) {
    Trigger definition = definition(id).orElse(null);
    var outcome = new TriggerOutcome[] {new NoSuchTrigger(id)};
    scheduler.change(
        id,
        state -> {
          outcome[0] = decision.apply(state, definition);
          return outcome[0] instanceof Changed(TriggerState changed) && !changed.equals(state)
              ? Optional.of(changed)
              : Optional.empty();
        });
    return outcome[0];
  }

  /** When the trigger would be due without its backfill. */
  private static @Nullable Instant ownDate(TriggerState state) {
    Backfill backfill = state.backfill();
    return backfill != null && state.isBackfilling() ? backfill.resumeAt() : state.nextDate();
  }

  /** Nothing of a break that people made is made up for, unless the author wants it. */
  private @Nullable Instant dateAfterBreak(
      TriggerId id, TriggerState state, @Nullable Trigger definition) {
    Instant now = clock.instant();
    if (definition != null && definition.event() instanceof FlowChange change) {
      return dates.end(change, now).orElse(null);
    }
    if (definition == null || !(definition.event() instanceof Timed timed)) {
      return state.kind().isTimed() ? now : null;
    }
    Instant due = ownDate(state);
    if (due != null && due.isBefore(now)) {
      if (timed.recovery() == Recovery.ALL) {
        return due;
      }
      if (timed.recovery() == Recovery.LAST) {
        return flow(id)
            .flatMap(flow -> dates.last(flow, definition, now))
            .filter(last -> !last.isBefore(due))
            .orElse(due);
      }
    }
    return flow(id).flatMap(flow -> dates.next(flow, definition, now.minusNanos(1))).orElse(null);
  }

  private Optional<Flow> flow(TriggerId id) {
    return flows.apply(id.flow());
  }

  private static Optional<Trigger> trigger(Flow flow, TriggerId id) {
    return flow.triggers().stream().filter(each -> each.id().equals(id.trigger())).findFirst();
  }
}
