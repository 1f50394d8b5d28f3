package dev.legato.model.trigger;

import dev.legato.model.execution.ExecutionId;
import java.time.Instant;
import java.util.Map;

/**
 * What has come true so far for a {@link Join}.
 *
 * @param fingerprint of the definition that it belongs to, see {@link Trigger#fingerprint}
 * @param start of the time in which all must come true
 * @param end still belongs to that time
 * @param fired how often the trigger has fired since this row is there
 * @param closed whether nothing more happens before the window ends
 * @param satisfied the parts that have come true, by name
 */
public record TriggerWindow(
    TriggerId trigger,
    String join,
    String fingerprint,
    Instant start,
    Instant end,
    int fired,
    boolean closed,
    Map<String, Satisfied> satisfied) {
  /** For which execution a part came true, and when. */
  public record Satisfied(ExecutionId execution, Instant at) {}
}
