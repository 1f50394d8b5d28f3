package dev.legato.rest.trigger;

import dev.legato.model.flow.Trigger;
import dev.legato.model.trigger.TriggerState;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A trigger with where it stands, each of both under the two names that clients use.
 *
 * @param abstractTrigger what the author of the flow wrote; absent when the flow has no such
 *     trigger any more
 * @param triggerContext the same as {@code state}
 * @param trigger the same as {@code abstractTrigger}
 */
public record TriggerView(
    @Nullable Map<String, @Nullable Object> abstractTrigger,
    TriggerStateView triggerContext,
    @Nullable Map<String, @Nullable Object> trigger,
    TriggerStateView state) {
  static TriggerView of(TriggerState state, @Nullable Trigger definition) {
    Map<String, @Nullable Object> written = definition == null ? null : definition.definition();
    var view = TriggerStateView.of(state, definition);
    return new TriggerView(written, view, written, view);
  }
}
