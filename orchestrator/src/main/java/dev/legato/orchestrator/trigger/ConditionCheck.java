package dev.legato.orchestrator.trigger;

import dev.legato.engine.Conditions;
import dev.legato.engine.EvaluationFailure;
import dev.legato.language.expression.ExpressionException;
import dev.legato.language.expression.Expressions;
import dev.legato.language.expression.Truth;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.TriggerGuard;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds out whether what guards a trigger lets it fire. */
final class ConditionCheck {
  private final Expressions expressions;

  ConditionCheck(Expressions expressions) {
    this.expressions = expressions;
  }

  /** The same for threads that must not wait: what would have to wait is a failure. */
  ConditionCheck withoutWaiting() {
    return new ConditionCheck(expressions.withoutWaiting());
  }

  /**
   * What conditions are asked about.
   *
   * @param flow that has the trigger
   * @param execution that has changed; absent when none has
   */
  record Subject(FlowId flow, Map<String, ?> variables, Optional<StoredExecution> execution) {}

  /** Whether all conditions hold, and the template renders to something true. */
  boolean holds(TriggerGuard guard, Subject subject) throws EvaluationFailure {
    var facts = new Facts(expressions, subject);
    String when = guard.when();
    return new Conditions(facts).hold(guard.conditions())
        && (when == null || Truth.OF_CONDITIONS.test(facts.text(when)));
  }

  /** A template with all its expressions replaced. */
  String render(String template, Subject subject) throws EvaluationFailure {
    return new Facts(expressions, subject).text(template);
  }

  private record Facts(Expressions expressions, Subject about) implements Conditions.Facts {
    @Override
    public FlowId own() {
      return about.flow();
    }

    @Override
    public Optional<Conditions.Subject> subject() {
      return about.execution().map(Facts::of);
    }

    @Override
    public String text(String template) throws EvaluationFailure {
      try {
        return expressions.renderText(template, about.variables());
      } catch (ExpressionException e) {
        throw new EvaluationFailure(
            "'%s' cannot be rendered: %s".formatted(template, e.getMessage()), e);
      }
    }

    private static Conditions.Subject of(StoredExecution stored) {
      ExecutionRecord execution = stored.execution();
      Set<String> retried = new LinkedHashSet<>();
      stored.taskRuns().stream()
          .filter(run -> run.attempts().size() > 1)
          .flatMap(run -> run.attempts().stream())
          .forEach(attempt -> retried.add(attempt.status().name()));
      return new Conditions.Subject(
          execution.flow(),
          execution.status().name(),
          execution.labels(),
          Objects.requireNonNullElse(execution.outputs(), Map.of()),
          retried);
    }
  }
}
