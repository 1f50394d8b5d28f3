package dev.legato.orchestrator.execution;

import dev.legato.language.expression.ExpressionException;
import dev.legato.language.expression.Expressions;
import dev.legato.language.expression.Truth;
import dev.legato.model.flow.Check;
import dev.legato.model.flow.Flow;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evaluates what has to hold for an execution to be created. */
final class Checks {
  private final Expressions expressions;

  Checks(Expressions expressions) {
    this.expressions = expressions;
  }

  /**
   * The checks that do not hold, most severe first. One whose condition cannot be evaluated is
   * among them and blocks, with the cause as its message.
   *
   * @param inputs checked values
   */
  List<Check> failed(Flow flow, Map<String, @Nullable Object> inputs) {
    Map<String, @Nullable Object> variables =
        Map.of("flow", Variables.ofFlow(flow.id(), flow.revision()), "inputs", inputs);
    return flow.checks().stream()
        .flatMap(check -> failure(check, variables).stream())
        .sorted((a, b) -> a.behavior().compareTo(b.behavior()))
        .toList();
  }

  private Optional<Check> failure(Check check, Map<String, @Nullable Object> variables) {
    try {
      String rendered = expressions.renderText(check.condition(), variables);
      return Truth.OF_CONDITIONS.test(rendered) ? Optional.empty() : Optional.of(check);
    } catch (ExpressionException e) {
      return Optional.of(
          new Check(
              check.condition(),
              "%s (The check cannot be evaluated: %s)".formatted(check.message(), e.getMessage()),
              Check.Style.ERROR,
              Check.Behavior.BLOCK_EXECUTION));
    }
  }
}
