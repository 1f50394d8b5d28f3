package dev.legato.language.input;

import dev.legato.language.expression.ExpressionException;
import dev.legato.language.expression.Expressions;
import dev.legato.language.expression.runtime.FailureKind;
import dev.legato.language.secret.SealedValue;
import dev.legato.model.flow.InputType;
import dev.legato.model.flow.OutputDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves the outputs of a flow when its tasks have ended. Safe to use from any thread. */
public final class OutputReader {
  private final Expressions expressions;

  public OutputReader(Expressions expressions) {
    this.expressions = expressions;
  }

  /**
   * The values of all outputs that could be rendered and fit their type.
   *
   * @param variables what the templates see
   */
  public ResolvedOutputs read(List<OutputDefinition> definitions, Map<String, ?> variables) {
    NestedValues values = new NestedValues();
    List<String> problems = new ArrayList<>();
    for (OutputDefinition definition : definitions) {
      try {
        values.put(definition.id(), value(definition, variables));
      } catch (ExpressionException e) {
        problems.add(
            "Output '%s' cannot be rendered: %s".formatted(definition.id(), e.getMessage()));
      } catch (Refusal e) {
        problems.add("Output '%s' %s.".formatted(definition.id(), e.getMessage()));
      }
    }
    return new ResolvedOutputs(values.asMap(), problems);
  }

  private @Nullable Object value(OutputDefinition definition, Map<String, ?> variables)
      throws ExpressionException, Refusal {
    Object rendered;
    try {
      rendered = rendered(definition, variables);
    } catch (ExpressionException e) {
      if (definition.required() || e.kind() == FailureKind.WAITING) {
        throw e;
      }
      return null;
    }
    if (rendered == null && definition.required()) {
      throw new Refusal(Refusal.Reason.MISSING, "has no value");
    }
    if (definition.type() == InputType.SECRET) {
      return secret(rendered);
    }
    return rendered == null ? null : InputValues.read(definition.type(), Map.of(), rendered);
  }

  /** Of a text output, lists and maps give their JSON text. */
  private @Nullable Object rendered(OutputDefinition definition, Map<String, ?> variables)
      throws ExpressionException {
    Object rendered = Rendering.of(expressions, definition.value(), variables);
    boolean isStructure = rendered instanceof Map<?, ?> || rendered instanceof List<?>;
    return definition.type() == InputType.STRING && isStructure
        ? expressions.renderText("{{ value }}", Map.of("value", rendered))
        : rendered;
  }

  /** Kept sealed. */
  private @Nullable Object secret(@Nullable Object rendered) throws Refusal {
    if (!expressions.seal().isPossible()) {
      throw new Refusal(
          Refusal.Reason.NO_ENCRYPTION_KEY,
          "is a secret, which needs an encryption key, and this server has none");
    }
    return rendered == null || SealedValue.sealedIn(rendered) != null
        ? rendered
        : SealedValue.of(String.valueOf(rendered), expressions.seal());
  }

  /**
   * What became of the outputs.
   *
   * @param values with dots in ids as nesting
   * @param problems whole sentences; with any of them the execution has failed
   */
  public record ResolvedOutputs(Map<String, @Nullable Object> values, List<String> problems) {
    public boolean isValid() {
      return problems.isEmpty();
    }
  }
}
