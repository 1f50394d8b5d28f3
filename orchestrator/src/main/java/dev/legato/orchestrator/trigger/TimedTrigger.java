package dev.legato.orchestrator.trigger;

import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Trigger;
import dev.legato.model.trigger.TriggerState;
import java.time.Instant;
import java.util.List;

/** What is done for triggers of one kind when their instant comes. */
interface TimedTrigger extends AutoCloseable {
  /**
   * Whether a look takes next to no time, so that others may wait for it: nothing has to be asked
   * that may answer late.
   */
  default boolean isQuick(Flow flow, Trigger trigger) {
    return true;
  }

  /**
   * Decides what a trigger does now; nothing is changed by that.
   *
   * @param state with a date, and nothing that it has to wait for
   */
  Look look(Flow flow, Trigger trigger, TriggerState state, Instant now);

  /**
   * Where {@link #look} left the trigger is durable. Called under the lock of the trigger, so it is
   * quick.
   *
   * @param standings to change it later, from another thread
   */
  default void stored(Flow flow, Trigger trigger, TriggerState state, Standings standings) {}

  /** Somebody has changed where a trigger stands; quick. */
  default void changed(TriggerState state) {}

  /** A flow was saved or removed; these are its triggers now. Quick. */
  default void kept(FlowId flow, List<TriggerState> triggers) {}

  /** Stops all that goes on. */
  @Override
  default void close() {}

  /** When a trigger with a date has to be looked at: at that date, or later. */
  Instant lookAt(TriggerState state, Instant now);
}
