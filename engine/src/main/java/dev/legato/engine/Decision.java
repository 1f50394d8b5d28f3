package dev.legato.engine;

import dev.legato.model.effect.Effect;
import dev.legato.model.event.Event;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a command.
 *
 * @param events in the order in which they happened; already applied to the state
 * @param effects to carry out once the events are durable, in this order
 * @param refusal why the command changed nothing; absent when it was accepted
 */
public record Decision(List<Event> events, List<Effect> effects, @Nullable String refusal) {
  static Decision refused(String reason) {
    return new Decision(List.of(), List.of(), reason);
  }

  public boolean isRefused() {
    return refusal != null;
  }
}
