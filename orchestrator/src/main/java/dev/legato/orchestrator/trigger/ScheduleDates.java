package dev.legato.orchestrator.trigger;

import dev.legato.engine.EvaluationFailure;
import dev.legato.language.expression.Expressions;
import dev.legato.language.schedule.DateSearch;
import dev.legato.language.schedule.DateSearch.Outcome;
import dev.legato.language.schedule.Timetable;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerEvent.FlowChange;
import dev.legato.model.flow.TriggerEvent.Timed;
import dev.legato.orchestrator.trigger.ConditionCheck.Subject;
import dev.legato.orchestrator.trigger.Timetables.Times;
import dev.legato.orchestrator.trigger.Timetables.UnreadableTimesException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The dates on which a trigger fires: those of its timetable on which its conditions hold. */
final class ScheduleDates {
  /** A condition may be false for years of minutes; the search goes on when that date has come. */
  private static final int DATES_AT_ONCE = 20_000;

  private final Timetables timetables;
  private final ConditionCheck conditions;

  ScheduleDates(Timetables timetables, ConditionCheck conditions) {
    this.timetables = timetables;
    this.conditions = conditions.withoutWaiting();
  }

  static ScheduleDates of(Expressions expressions, TriggerConfig config) {
    return new ScheduleDates(
        new Timetables(expressions, config.zone()), new ConditionCheck(expressions));
  }

  Times times(Flow flow, Trigger trigger) throws UnreadableTimesException {
    if (trigger.event() instanceof Timed timed) {
      return timetables.of(flow, timed);
    }
    throw new IllegalArgumentException(
        "Expected a trigger with dates, but '%s' is a %s"
            .formatted(trigger.id(), trigger.event().kind()));
  }

  /** As {@link #times(Flow, Trigger)}, of a cron expression that belongs to no flow. */
  Times times(String cron, boolean withSeconds, @Nullable String zone)
      throws UnreadableTimesException {
    return timetables.of(cron, withSeconds, zone);
  }

  /** The first date after an instant; empty when there is none, or none can be calculated. */
  Optional<Instant> next(Flow flow, Trigger trigger, Instant after) {
    try {
      return next(flow, trigger, times(flow, trigger), after);
    } catch (UnreadableTimesException e) {
      return Optional.empty();
    }
  }

  Optional<Instant> next(Flow flow, Trigger trigger, Times times, Instant after) {
    return search(DateSearch.after(times.timetable(), after), flow, trigger, times);
  }

  Optional<Instant> previous(Flow flow, Trigger trigger, Times times, Instant before) {
    return search(DateSearch.before(times.timetable(), before), flow, trigger, times);
  }

  /** A table of only those dates. */
  Timetable onWhichConditionsHold(Flow flow, Trigger trigger, Times times) {
    return new Timetable() {
      @Override
      public Optional<Instant> next(Instant after) {
        return ScheduleDates.this.next(flow, trigger, times, after);
      }

      @Override
      public Optional<Instant> previous(Instant before) {
        return ScheduleDates.this.previous(flow, trigger, times, before);
      }
    };
  }

  /** When a Flow trigger that minds missed windows has to be looked at; empty for never. */
  Optional<Instant> end(FlowChange event, Instant at) {
    return MissedWindow.end(event, at, timetables.serverZone());
  }

  /** The last date up to an instant; empty when there is none, or none can be calculated. */
  Optional<Instant> last(Flow flow, Trigger trigger, Instant now) {
    try {
      return previous(flow, trigger, times(flow, trigger), now.plusNanos(1));
    } catch (UnreadableTimesException e) {
      return Optional.empty();
    }
  }

  private Optional<Instant> search(DateSearch search, Flow flow, Trigger trigger, Times times) {
    if (trigger.guard().isEmpty()) {
      return found(search.run(_ -> true, 1));
    }
    return found(
        search.run(
            date -> mayHold(flow, trigger, times.timetable(), times.zone(), date), DATES_AT_ONCE));
  }

  private static Optional<Instant> found(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Found(Instant date) -> Optional.of(date);
      case Outcome.Nothing() -> Optional.empty();
      case Outcome.Unfinished(DateSearch rest) -> found(rest.run(_ -> true, 1));
    };
  }

  /** What cannot be answered now is asked again when the date has come. */
  private boolean mayHold(
      Flow flow, Trigger trigger, Timetable timetable, ZoneId zone, Instant date) {
    var dates = TriggerScope.dates(date, timetable.next(date), timetable.previous(date), zone);
    try {
      return conditions.holds(
          trigger.guard(), new Subject(flow.id(), TriggerScope.of(flow, dates), Optional.empty()));
    } catch (EvaluationFailure e) {
      return true;
    }
  }
}
