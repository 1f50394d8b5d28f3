package dev.legato.orchestrator.trigger;

import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The right to evaluate a trigger, as long as its row says so.
 *
 * @param held what the row says
 */
record Lease(TriggerId id, TriggerState.Evaluation held, Standings standings) {
  boolean isOf(TriggerState state) {
    return held.equals(state.evaluation());
  }

  /**
   * Changes where the trigger stands, unless the lease was lost.
   *
   * @return false when it was lost, and nothing was done
   */
  boolean change(UnaryOperator<TriggerState> change) {
    var done = new boolean[1];
    standings.change(
        id,
        state -> {
          if (!isOf(state)) {
            return Optional.empty();
          }
          done[0] = true;
          return Optional.of(change.apply(state));
        });
    return done[0];
  }

  /** Whether it was lost; waits until whoever gave it has done so. */
  boolean isLost() {
    return standings.change(id, _ -> Optional.empty()).filter(this::isOf).isEmpty();
  }
}
