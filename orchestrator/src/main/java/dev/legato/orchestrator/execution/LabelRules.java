package dev.legato.orchestrator.execution;

import dev.legato.model.flow.Label;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What labels people may give. */
final class LabelRules {
  private LabelRules() {}

  /**
   * Why the labels are refused; empty when they are fine.
   *
   * @param creating whether they are for a new execution, which may be given a correlation id
   */
  static Optional<String> refusal(List<Label> labels, boolean creating) {
    Set<String> keys = new HashSet<>();
    for (Label label : labels) {
      if (label.key().isEmpty() || label.value().isEmpty()) {
        return Optional.of("A label needs a key and a value, but one is empty.");
      }
      if (label.key().indexOf('\0') >= 0 || label.value().indexOf('\0') >= 0) {
        return Optional.of("A label may not contain U+0000; remove it.");
      }
      boolean allowed = creating && label.key().equals(Label.CORRELATION_ID);
      if (label.isSystem() && !allowed) {
        return Optional.of(
            "Labels that begin with '%s' are set by the engine only; offending: %s=%s"
                .formatted(Label.SYSTEM_PREFIX, label.key(), label.value()));
      }
      if (!keys.add(label.key()) && !creating) {
        return Optional.of("The label '%s' is given twice.".formatted(label.key()));
      }
    }
    return Optional.empty();
  }
}
