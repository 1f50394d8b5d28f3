package dev.legato.orchestrator.trigger;

import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Label;
import dev.legato.orchestrator.expression.ExpressionProbe;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What expressions of a trigger see. */
final class TriggerScope {
  private TriggerScope() {}

  /**
   * Of a trigger that is about to fire.
   *
   * @param trigger the variable {@code trigger}
   */
  static Map<String, @Nullable Object> of(Flow flow, Map<String, @Nullable Object> trigger) {
    Map<String, @Nullable Object> variables =
        new LinkedHashMap<>(ExpressionProbe.variables(flow, Map.of()));
    variables.remove("inputs");
    Map<String, Object> labels = new LinkedHashMap<>();
    for (Label label : flow.labels()) {
      labels.put(label.key(), label.value());
    }
    variables.put("labels", labels);
    variables.put("trigger", trigger);
    if (trigger.containsKey("date")) {
      variables.put("schedule", trigger);
    }
    return variables;
  }

  /** The variable {@code trigger} of a schedule. */
  static Map<String, @Nullable Object> dates(
      Instant date, Optional<Instant> next, Optional<Instant> previous, ZoneId zone) {
    Map<String, @Nullable Object> dates = new LinkedHashMap<>();
    dates.put("date", text(date, zone));
    next.ifPresent(instant -> dates.put("next", text(instant, zone)));
    previous.ifPresent(instant -> dates.put("previous", text(instant, zone)));
    return dates;
  }

  private static String text(Instant instant, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
  }
}
