package dev.legato.orchestrator.trigger;

import dev.legato.engine.EvaluationFailure;
import dev.legato.language.schedule.MissedDates;
import dev.legato.language.schedule.Timetable;
import dev.legato.language.schedule.Turn;
import dev.legato.model.execution.Ids;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.Recovery;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerEvent.Schedule;
import dev.legato.model.flow.TriggerEvent.Timed;
import dev.legato.model.trigger.Backfill;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.trigger.ConditionCheck.Subject;
import dev.legato.orchestrator.trigger.Timetables.Times;
import dev.legato.orchestrator.trigger.Timetables.UnreadableTimesException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fires triggers at the dates of their timetables. */
final class ScheduleTrigger implements TimedTrigger {
  private static final Logger log = LoggerFactory.getLogger(ScheduleTrigger.class);

  /** A restart that takes no longer misses nothing. */
  private static final Duration ON_TIME = Duration.ofSeconds(5);

  private final ScheduleDates dates;
  private final ConditionCheck conditions;
  private final TriggerTexts texts;
  private final Recovery recovery;
  private final Instant startedAt;

  /**
   * @param recovery for triggers that do not say what becomes of missed dates
   * @param startedAt dates before it were missed while the server was down
   */
  ScheduleTrigger(
      ScheduleDates dates,
      ConditionCheck conditions,
      TriggerTexts texts,
      Recovery recovery,
      Instant startedAt) {
    this.dates = dates;
    this.conditions = conditions;
    this.texts = texts;
    this.recovery = recovery;
    this.startedAt = startedAt;
  }

  @Override
  public Instant lookAt(TriggerState state, Instant now) {
    Instant date = due(state);
    return date.isAfter(now) ? date : Turn.paced(date, now, state.lastFired());
  }

  @Override
  public boolean isQuick(Flow flow, Trigger trigger) {
    return trigger.guard().isEmpty() && !texts.mayWait(flow, trigger);
  }

  private static Instant due(TriggerState state) {
    Backfill backfill = state.backfill();
    return state.isBackfilling() && backfill != null
        ? backfill.current()
        : Objects.requireNonNull(state.nextDate());
  }

  @Override
  public Look look(Flow flow, Trigger trigger, TriggerState state, Instant now) {
    try {
      Times times = dates.times(flow, trigger);
      Backfill backfill = state.backfill();
      return backfill != null && !backfill.paused()
          ? fill(flow, trigger, state, backfill, times, now)
          : fireOrWait(flow, trigger, state, times, now);
    } catch (UnreadableTimesException e) {
      return Look.without(state.failed(String.valueOf(e.getMessage()), null, now));
    }
  }

  private Look fireOrWait(
      Flow flow, Trigger trigger, TriggerState state, Times times, Instant now) {
    Timetable timetable = times.timetable();
    Optional<Instant> due = recovered(flow, trigger, times, due(state));
    if (due.isEmpty()) {
      return Look.without(state.evaluated(state.date(), null, now));
    }
    Turn turn = Turn.of(timetable, due.get(), now, state.lastFired(), lateMaximumDelay(trigger));
    turn.leftOut().ifPresent(leftOut -> tell(state, leftOut));
    return switch (turn) {
      case Turn.Over _ -> Look.without(state.evaluated(state.date(), null, now));
      case Turn.Wait wait -> Look.without(state.evaluated(state.date(), wait.date(), now));
      case Turn.Fire(Instant date, _) -> {
        Optional<Instant> next = dates.next(flow, trigger, times, date);
        yield fire(
            flow,
            trigger,
            state.evaluated(date, next.orElse(null), now),
            times,
            new Occasion(date, next, state.id() + "@" + date, Map.of(), List.of()),
            now);
      }
    };
  }

  /** What waits since before the start was missed, whatever has kept it from firing since. */
  private Optional<Instant> recovered(Flow flow, Trigger trigger, Times times, Instant due) {
    if (!due.isBefore(startedAt) || !(trigger.event() instanceof Timed timed)) {
      return Optional.of(due);
    }
    Recovery policy = timed.recovery() == null ? recovery : timed.recovery();
    Timetable wanted = dates.onWhichConditionsHold(flow, trigger, times);
    return MissedDates.first(policy, wanted, due, startedAt, ON_TIME);
  }

  private static @Nullable Duration lateMaximumDelay(Trigger trigger) {
    return trigger.event() instanceof Schedule schedule ? schedule.lateMaximumDelay() : null;
  }

  /** The next date of a backfill, and back to the clock after its last one. */
  private Look fill(
      Flow flow, Trigger trigger, TriggerState state, Backfill backfill, Times times, Instant now) {
    Instant end = backfill.end();
    Instant current = backfill.current();
    if (current.isAfter(end)) {
      return Look.without(state.filling(null, backfill.resumeAt(), now));
    }
    Optional<Instant> next = dates.next(flow, trigger, times, current);
    TriggerState moved =
        next.filter(date -> !date.isAfter(end))
            .map(date -> state.filling(backfill.at(date), date, now))
            .orElseGet(() -> state.filling(null, backfill.resumeAt(), now));
    String key = "%s@%s#%s".formatted(state.id(), current, backfill.createdAt());
    return fire(
        flow,
        trigger,
        moved.evaluated(current, moved.nextDate(), now),
        times,
        new Occasion(current, next, key, backfill.inputs(), backfill.labels()),
        now);
  }

  /**
   * For what a trigger fires.
   *
   * @param next the date after it, if any
   * @param key makes it one execution, however often it is tried
   */
  private record Occasion(
      Instant date,
      Optional<Instant> next,
      String key,
      Map<String, @Nullable Object> inputs,
      List<Label> labels) {}

  private Look fire(
      Flow flow, Trigger trigger, TriggerState moved, Times times, Occasion occasion, Instant now) {
    Instant date = occasion.date();
    Map<String, @Nullable Object> variables =
        TriggerScope.dates(
            date, occasion.next(), dates.previous(flow, trigger, times, date), times.zone());
    var firing =
        new Firing(
            flow,
            trigger,
            Ids.derivedExecution(now, occasion.key()),
            occasion.key(),
            variables,
            occasion.inputs(),
            occasion.labels(),
            date,
            null);
    try {
      return holds(flow, trigger, variables)
          ? new Look(moved, Birth.of(firing))
          : Look.without(moved);
    } catch (EvaluationFailure e) {
      String reason =
          "A condition of trigger '%s' cannot be answered: %s".formatted(trigger.id(), e.reason());
      return new Look(moved.failed(reason, moved.nextDate(), now), new Birth(firing, reason));
    }
  }

  private boolean holds(Flow flow, Trigger trigger, Map<String, @Nullable Object> variables)
      throws EvaluationFailure {
    return trigger.guard().isEmpty()
        || conditions.holds(
            trigger.guard(),
            new Subject(flow.id(), TriggerScope.of(flow, variables), Optional.empty()));
  }

  private static void tell(TriggerState state, Turn.LeftOut leftOut) {
    log.atInfo()
        .addKeyValue("trigger", state.id())
        .addKeyValue("first", leftOut.first())
        .addKeyValue("last", leftOut.last())
        .log("left out dates that are later than the trigger allows");
  }
}
