package dev.legato.orchestrator.trigger;

import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Trigger;
import dev.legato.model.trigger.Backfill;
import dev.legato.model.trigger.TriggerState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The schedule, with the mistake that was planted, if any. */
record SpoiltTrigger(
    ScheduleTrigger schedule, PlantedBug bug, SimulatedTriggerStore store, Runnable danger)
    implements TimedTrigger {
  @Override
  public Look look(Flow flow, Trigger trigger, TriggerState state, Instant now) {
    Instant seen = bug == PlantedBug.EARLY ? now.plusSeconds(1) : now;
    Instant next = state.nextDate();
    if (bug == PlantedBug.MOVED_FIRST
        && next != null
        && !next.isAfter(now)
        && state.backfill() == null) {
      store.update(state.evaluated(next, next.plusSeconds(1), now));
      danger.run();
    }
    Look looked = schedule.look(flow, trigger, state, seen);
    TriggerState standing = looked.standing();
    return bug == PlantedBug.BACKFILL_SWALLOWS
            && state.backfill() != null
            && standing.backfill() == null
        ? new Look(
            standing.evaluated(standing.date(), later(standing.nextDate(), now), now),
            looked.birth())
        : looked;
  }

  private static @Nullable Instant later(@Nullable Instant one, Instant now) {
    return one == null || one.isAfter(now) ? one : now;
  }

  @Override
  public boolean isQuick(Flow flow, Trigger trigger) {
    return schedule.isQuick(flow, trigger);
  }

  @Override
  public Instant lookAt(TriggerState state, Instant now) {
    Backfill backfill = state.backfill();
    return bug == PlantedBug.EARLY && (backfill == null || backfill.paused())
        ? schedule.lookAt(state, now).minusSeconds(1)
        : schedule.lookAt(state, now);
  }
}
