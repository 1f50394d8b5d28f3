package dev.legato.orchestrator.trigger;

import dev.legato.language.expression.ExpressionException;
import dev.legato.language.expression.Expressions;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.InputDefinition;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerEvent.OnDates;
import dev.legato.model.flow.TriggerEvent.Timed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renders what a trigger gives to its executions. */
final class TriggerTexts {
  private static final Logger log = LoggerFactory.getLogger(TriggerTexts.class);

  private final Expressions expressions;

  TriggerTexts(Expressions expressions) {
    this.expressions = expressions;
  }

  /** Values for inputs of the flow; not checked yet. */
  Map<String, @Nullable Object> inputs(Trigger trigger, Map<String, @Nullable Object> variables)
      throws ExpressionException {
    Map<String, @Nullable Object> rendered = new LinkedHashMap<>();
    for (var entry : trigger.inputs().entrySet()) {
      rendered.put(entry.getKey(), expressions.renderDeep(entry.getValue(), variables));
    }
    return rendered;
  }

  /** A label that cannot be rendered is left out. */
  List<Label> labels(Flow flow, Trigger trigger, Map<String, @Nullable Object> variables) {
    var labels = new ArrayList<Label>();
    for (Label label : trigger.labels()) {
      try {
        String value = expressions.renderText(label.value(), variables);
        if (!value.isEmpty() && !label.isSystem()) {
          labels.add(new Label(label.key(), value));
        }
      } catch (ExpressionException e) {
        log.atWarn()
            .addKeyValue("flow", flow.id())
            .addKeyValue("trigger", trigger.id())
            .addKeyValue("label", label.key())
            .log("left out a label of a trigger that cannot be rendered: {}", e.getMessage());
      }
    }
    return labels;
  }

  /** Whether something that is rendered for a firing may have to wait for an answer. */
  boolean mayWait(Flow flow, Trigger trigger) {
    return expressions.mayWaitDeep(trigger.inputs())
        || trigger.labels().stream().anyMatch(label -> expressions.mayWait(label.value()))
        || flow.inputs().stream().anyMatch(this::mayWait)
        || (trigger.event() instanceof Timed timed && mayWait(timed));
  }

  private boolean mayWait(InputDefinition input) {
    return expressions.mayWaitDeep(input.defaults())
        || (input.condition() != null && expressions.mayWait(input.condition()));
  }

  private boolean mayWait(Timed timed) {
    return (timed.timezone() != null && expressions.mayWait(timed.timezone()))
        || (timed instanceof OnDates onDates && expressions.mayWaitDeep(onDates.dates()));
  }
}
