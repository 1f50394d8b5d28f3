package dev.legato.orchestrator.execution;

import dev.legato.engine.EvaluationFailure;
import dev.legato.engine.Evaluator;
import dev.legato.language.expression.ExpressionException;
import dev.legato.language.expression.Expressions;
import dev.legato.language.input.OutputReader;
import dev.legato.language.input.OutputReader.ResolvedOutputs;
import dev.legato.language.secret.SealedValue;
import dev.legato.language.secret.SecretMask;
import dev.legato.model.command.Answer;
import dev.legato.model.command.Question.TextOf;
import dev.legato.model.command.Question.ValueOf;
import dev.legato.model.flow.OutputDefinition;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets the engine evaluate expressions with the expression language of flows. */
public final class Evaluation implements Evaluator {
  private final Expressions expressions;

  public Evaluation(Expressions expressions) {
    this.expressions = expressions;
  }

  @Override
  public String text(String template, Map<String, ?> variables) throws EvaluationFailure {
    var told = new Told();
    try {
      return told.hide(expressions.tellingSecrets(told::add).renderText(template, variables));
    } catch (ExpressionException e) {
      throw failure(e);
    }
  }

  @Override
  public Answer.Value rendered(String template, Map<String, ?> variables) throws EvaluationFailure {
    var told = new Told();
    try {
      String clear = expressions.tellingSecrets(told::add).renderText(template, variables);
      return new Answer.Value(clear, told.hide(clear));
    } catch (ExpressionException e) {
      throw failure(e);
    }
  }

  @Override
  public @Nullable Object value(String template, Map<String, ?> variables)
      throws EvaluationFailure {
    var told = new Told();
    try {
      return told.hideDeep(expressions.tellingSecrets(told::add).renderValue(template, variables));
    } catch (ExpressionException e) {
      throw failure(e);
    }
  }

  @Override
  public boolean mayWait(String template) {
    return expressions.mayWait(template);
  }

  @Override
  public boolean mayWait(List<OutputDefinition> definitions) {
    return definitions.stream().anyMatch(definition -> expressions.mayWaitDeep(definition.value()));
  }

  @Override
  public Object sealed(String secret) throws EvaluationFailure {
    if (!expressions.seal().isPossible()) {
      throw new EvaluationFailure(
          "A value carries a secret, but this server has no key to seal it.");
    }
    return SealedValue.of(secret, expressions.seal());
  }

  @Override
  public @Nullable Object json(String text) throws EvaluationFailure {
    return value("{{ fromJson(text) }}", Map.of("text", text));
  }

  @Override
  public String print(@Nullable Object value) throws EvaluationFailure {
    if (value instanceof String text) {
      return text;
    }
    var variables = new HashMap<String, @Nullable Object>();
    variables.put("value", value);
    return text("{{ value }}", variables);
  }

  @Override
  public Map<String, @Nullable Object> outputs(
      List<OutputDefinition> definitions, Map<String, ?> variables) throws EvaluationFailure {
    var told = new Told();
    var reader = new OutputReader(expressions.tellingSecrets(told::add));
    Map<String, @Nullable Object> clear = valid(reader.read(definitions, variables));
    var hidden = new LinkedHashMap<String, @Nullable Object>();
    clear.forEach((key, value) -> hidden.put(key, told.hideDeep(value)));
    return hidden;
  }

  /** Evaluates a template that may yield secrets. */
  public Answer.Value answer(TextOf question, Map<String, ?> variables) throws EvaluationFailure {
    return withoutSecrets(it -> it.renderText(question.template(), variables));
  }

  /** Evaluates a template that may yield secrets. */
  public Answer.Value answer(ValueOf question, Map<String, ?> variables) throws EvaluationFailure {
    return withoutSecrets(it -> it.renderValue(question.template(), variables));
  }

  private Answer.Value withoutSecrets(Rendering rendering) throws EvaluationFailure {
    var secrets = new SecretMask();
    try {
      Object clear = rendering.apply(expressions.tellingSecrets(secrets::add));
      return new Answer.Value(clear, secrets.hideDeep(clear));
    } catch (ExpressionException e) {
      throw failure(e);
    }
  }

  /** Something to evaluate. */
  private interface Rendering {
    @Nullable Object apply(Expressions expressions) throws ExpressionException;
  }

  private static Map<String, @Nullable Object> valid(ResolvedOutputs resolved)
      throws EvaluationFailure {
    if (!resolved.isValid()) {
      throw new EvaluationFailure(String.join(" ", resolved.problems()));
    }
    return resolved.values();
  }

  /**
   * The secrets that a rendering has met; most meet none. What it gives is stored, without them.
   */
  private static final class Told {
    private @Nullable SecretMask mask;

    void add(String secret) {
      if (mask == null) {
        mask = new SecretMask();
      }
      mask.add(secret);
    }

    String hide(String text) {
      return mask == null ? text : mask.hide(text);
    }

    @Nullable Object hideDeep(@Nullable Object value) {
      return mask == null ? value : mask.hideDeep(value);
    }
  }

  private static EvaluationFailure failure(ExpressionException cause) {
    String message = cause.getMessage();
    return new EvaluationFailure(message == null ? "The expression failed." : message, cause);
  }
}
