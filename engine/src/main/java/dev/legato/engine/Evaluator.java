package dev.legato.engine;

import dev.legato.model.command.Answer.Value;
import dev.legato.model.flow.OutputDefinition;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the expressions that steer a flow. Same arguments, same answer. */
public interface Evaluator {
  /** The template with all its expressions replaced. */
  String text(String template, Map<String, ?> variables) throws EvaluationFailure;

  /** The same as it is, for decisions, and as it may be stored. */
  default Value rendered(String template, Map<String, ?> variables) throws EvaluationFailure {
    return new Value(text(template, variables));
  }

  /** The JSON value of a template that is a single expression, else its text. */
  @Nullable Object value(String template, Map<String, ?> variables) throws EvaluationFailure;

  /** Whether the template waits for files, a database or the network when it is evaluated. */
  boolean mayWait(String template);

  /** Whether one of the outputs waits when it is rendered. */
  boolean mayWait(List<OutputDefinition> definitions);

  /**
   * A text with a secret in the form in which it may be stored: expressions that read it see the
   * secret. The form is another one each time.
   */
  default Object sealed(String secret) throws EvaluationFailure {
    throw new EvaluationFailure("A secret cannot be stored: there is no key to seal it with.");
  }

  /** Reads a JSON text. */
  @Nullable Object json(String text) throws EvaluationFailure;

  /** Writes a JSON value as text; texts stay as they are. */
  String print(@Nullable Object value) throws EvaluationFailure;

  /** The flow's outputs, rendered and of their declared types. */
  Map<String, @Nullable Object> outputs(
      List<OutputDefinition> definitions, Map<String, ?> variables) throws EvaluationFailure;
}
