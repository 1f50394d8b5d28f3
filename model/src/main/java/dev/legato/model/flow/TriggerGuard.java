package dev.legato.model.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must hold for a trigger to fire.
 *
 * @param conditions all of them
 * @param when a template that must render to something true; absent for no such rule
 */
public record TriggerGuard(List<Condition> conditions, @Nullable String when) {
  /** Lets everything pass. */
  public static final TriggerGuard NONE = new TriggerGuard(List.of(), null);

  public boolean isEmpty() {
    return conditions.isEmpty() && when == null;
  }
}
