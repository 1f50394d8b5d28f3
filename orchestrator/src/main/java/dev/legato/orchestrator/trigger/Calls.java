package dev.legato.orchestrator.trigger;

import dev.legato.engine.EvaluationFailure;
import dev.legato.language.expression.Expressions;
import dev.legato.model.execution.ExecutionOrigin;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.Trigger;
import dev.legato.model.trigger.TriggerId;
import dev.legato.model.trigger.TriggerState;
import dev.legato.orchestrator.execution.CreateOutcome;
import dev.legato.orchestrator.execution.CreateOutcome.Created;
import dev.legato.orchestrator.execution.CreateRequest;
import dev.legato.orchestrator.execution.CreateRequest.Upload;
import dev.legato.orchestrator.execution.Executions;
import dev.legato.orchestrator.trigger.ConditionCheck.Subject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts executions for those who call a trigger and wait for what becomes of it. */
final class Calls {
  private static final Logger log = LoggerFactory.getLogger(Calls.class);

  private final Executions executions;
  private final ConditionCheck conditions;
  private final LastFirings firings;
  private final TriggerTexts texts;

  Calls(
      Executions executions,
      ConditionCheck conditions,
      Expressions expressions,
      LastFirings firings) {
    this.executions = executions;
    this.conditions = conditions;
    this.firings = firings;
    this.texts = new TriggerTexts(expressions);
  }

  /**
   * What a caller wants.
   *
   * @param labels besides those of the trigger
   * @param variables what expressions see as {@code trigger}, kept with the execution
   * @param requestKey chosen by the caller: the same key makes one execution however often it comes
   */
  record Wish(
      Map<String, @Nullable Object> inputs,
      List<Label> labels,
      Map<String, @Nullable Object> variables,
      Upload upload,
      @Nullable String requestKey) {}

  /** Whether a trigger is switched on, in the flow and in its row. */
  static boolean isOn(Trigger trigger, List<TriggerState> known) {
    return !trigger.disabled()
        && known.stream()
            .anyMatch(state -> state.id().trigger().equals(trigger.id()) && !state.disabled());
  }

  /**
   * Whether the conditions of the trigger hold.
   *
   * @param variables what expressions see as {@code trigger}
   */
  boolean isAnswered(Flow flow, Trigger trigger, Map<String, @Nullable Object> variables) {
    if (trigger.guard().isEmpty()) {
      return true;
    }
    var scope = TriggerScope.of(flow, variables);
    try {
      return conditions.holds(trigger.guard(), new Subject(flow.id(), scope, Optional.empty()));
    } catch (EvaluationFailure e) {
      TriggerId id = new TriggerId(flow.id(), trigger.id());
      log.atWarn()
          .addKeyValue("trigger", id)
          .log("condition cannot be answered, so it does not hold: {}", e.getMessage());
      firings.failed(id, "A condition cannot be answered: " + e.reason());
      return false;
    }
  }

  /** Starts the flow. */
  CreateOutcome start(Flow flow, Trigger trigger, Wish wish) {
    TriggerId id = new TriggerId(flow.id(), trigger.id());
    List<Label> labels = texts.labels(flow, trigger, TriggerScope.of(flow, wish.variables()));
    String requestKey = wish.requestKey();
    CreateOutcome outcome =
        executions.create(
            new CreateRequest(
                flow.id(),
                flow.revision(),
                wish.inputs(),
                Stream.concat(labels.stream(), wish.labels().stream()).toList(),
                new ExecutionOrigin(trigger.id(), trigger.type(), wish.variables()),
                null,
                requestKey == null ? null : id + ":" + requestKey,
                wish.upload(),
                List.of()));
    if (outcome instanceof Created) {
      firings.fired(id);
    }
    return outcome;
  }
}
