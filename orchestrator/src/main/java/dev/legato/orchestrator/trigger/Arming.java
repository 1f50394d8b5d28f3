package dev.legato.orchestrator.trigger;

import dev.legato.language.expression.Expressions;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerEvent;
import dev.legato.model.flow.TriggerEvent.FlowChange;
import dev.legato.model.flow.TriggerEvent.Schedule;
import dev.legato.model.flow.TriggerEvent.Timed;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.trigger.Timetables.UnreadableTimesException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How triggers begin when their flow is saved. */
public final class Arming {
  private final ScheduleDates dates;
  private final InstantSource clock;

  public Arming(Expressions expressions, TriggerConfig config, InstantSource clock) {
    this.dates = ScheduleDates.of(expressions, config);
    this.clock = clock;
  }

  /** One for each trigger of the flow; without a date for those that are switched off. */
  public List<TriggerState> of(Flow flow) {
    Instant now = clock.instant();
    return flow.triggers().stream().map(trigger -> first(flow, trigger, now)).toList();
  }

  private TriggerState first(Flow flow, Trigger trigger, Instant now) {
    boolean off = flow.disabled() || trigger.disabled();
    return TriggerState.first(
        new TriggerId(flow.id(), trigger.id()),
        trigger.event().kind(),
        trigger.fingerprint(off),
        off ? null : firstDate(flow, trigger, now),
        now);
  }

  private @Nullable Instant firstDate(Flow flow, Trigger trigger, Instant now) {
    TriggerEvent event = trigger.event();
    if (event instanceof Timed timed) {
      Instant from =
          timed instanceof Schedule schedule && schedule.backfillFrom() != null
              ? schedule.backfillFrom().minusNanos(1)
              : now;
      try {
        return dates.next(flow, trigger, dates.times(flow, trigger), from).orElse(null);
      } catch (UnreadableTimesException looksAtOnce) {
        return now; // which tells people what is wrong
      }
    }
    return event instanceof FlowChange change
        ? dates.end(change, now).orElse(null)
        : event.kind().isTimed() ? now : null;
  }
}
