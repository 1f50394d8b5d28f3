package dev.legato.rest.expression;

import dev.legato.orchestrator.expression.ProbeOutcome.Evaluated;
import dev.legato.orchestrator.expression.ProbeOutcome.Failed;
import org.jspecify.annotations.Nullable;

/**
 * What an expression gave.
 *
 * @param result as text; absent when it failed
 * @param value as JSON value; absent when it is null or failed
 * @param error why it failed, with the place
 * @param line of the failure, from 1
 */
record EvaluationView(
    @Nullable String result,
    @Nullable Object value,
    @Nullable String error,
    @Nullable Integer line) {
  static EvaluationView of(Evaluated outcome) {
    return new EvaluationView(outcome.text(), outcome.value(), null, null);
  }

  static EvaluationView of(Failed outcome) {
    return new EvaluationView(null, null, outcome.message(), outcome.line());
  }
}
