package dev.legato.language.input;

import dev.legato.language.expression.ExpressionException;
import dev.legato.language.expression.Expressions;
import dev.legato.language.input.Refusal.Reason;
import dev.legato.language.secret.Seal;
import dev.legato.language.secret.SealedValue;
import dev.legato.model.flow.InputDefinition;
import dev.legato.model.flow.InputType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Resolves the inputs of a flow when an execution is created. Safe to use from any thread. */
public final class InputReader {
  private final Expressions expressions;

  public InputReader(Expressions expressions) {
    this.expressions = expressions;
  }

  /**
   * What becomes of each input. Values for inputs that are not declared are left out.
   *
   * @param given what the caller gave, by the input's id; ids with dots may be nested maps. Texts,
   *     as forms send them, or JSON values; files as {@code kestra://} addresses
   * @param variables what defaults, conditions and expressions see beside the inputs that they
   *     depend on
   */
  public ResolvedInputs read(
      List<InputDefinition> definitions, Map<String, ?> given, Map<String, ?> variables) {
    return new Resolution(definitions, given, variables).resolve();
  }

  /** One call of {@link #read}. */
  private final class Resolution {
    private final List<InputDefinition> definitions;
    private final Map<String, InputDefinition> byId = new LinkedHashMap<>();
    private final Map<String, ?> given;
    private final Map<String, ?> variables;
    private final Map<String, ResolvedInput> resolved = new HashMap<>();

    Resolution(List<InputDefinition> definitions, Map<String, ?> given, Map<String, ?> variables) {
      this.definitions = definitions;
      this.given = given;
      this.variables = variables;
      definitions.forEach(definition -> byId.put(definition.id(), definition));
    }

    ResolvedInputs resolve() {
      definitions.forEach(this::resolved);
      return new ResolvedInputs(
          definitions.stream().map(d -> Objects.requireNonNull(resolved.get(d.id()))).toList());
    }

    /** Dependencies first; a saved flow has no cycles among them. */
    private ResolvedInput resolved(InputDefinition definition) {
      ResolvedInput known = resolved.get(definition.id());
      if (known != null) {
        return known;
      }
      ResolvedInput result = resolve(definition);
      resolved.put(definition.id(), result);
      return result;
    }

    private ResolvedInput resolve(InputDefinition definition) {
      List<ResolvedInput> dependencies = new ArrayList<>();
      for (String id : definition.dependsOn()) {
        InputDefinition dependency = byId.get(id);
        if (dependency != null) {
          dependencies.add(resolved(dependency));
        }
      }
      Map<String, Object> context = context(dependencies);
      InputDefinition asked = definition;
      try {
        if (!isEnabled(definition, dependencies, context)) {
          return new ResolvedInput(definition, null, false, false, List.of());
        }
        asked = withValues(definition, context);
        return valued(asked, context);
      } catch (Refusal refusal) {
        return refused(asked, refusal);
      }
    }

    private Map<String, Object> context(List<ResolvedInput> dependencies) {
      Map<String, Object> context = new HashMap<>(variables);
      context.put("inputs", new ResolvedInputs(dependencies).values());
      return context;
    }

    private boolean isEnabled(
        InputDefinition definition, List<ResolvedInput> dependencies, Map<String, ?> context)
        throws Refusal {
      if (!dependencies.stream().allMatch(ResolvedInput::enabled)) {
        return false;
      }
      String condition = definition.condition();
      return condition == null || Boolean.TRUE.equals(render("condition", condition, context));
    }

    private ResolvedInput valued(InputDefinition definition, Map<String, ?> context)
        throws Refusal {
      Map<String, @Nullable Object> rules = rules(definition);
      Object value = given(definition);
      boolean isDefault = value == null;
      if (isDefault) {
        value = defaultValue(definition, rules, context);
      }
      if (definition.type() == InputType.SECRET && (value != null || definition.required())) {
        return secret(definition, rules, value, isDefault);
      }
      if (value == null && definition.required()) {
        throw new Refusal(Reason.MISSING, "is missing");
      }
      Object read = value == null ? null : InputValues.read(definition.type(), rules, value);
      return new ResolvedInput(definition, read, true, isDefault && read != null, List.of());
    }

    /** Kept sealed; one that comes from another execution is sealed already. */
    private ResolvedInput secret(
        InputDefinition definition,
        Map<String, @Nullable Object> rules,
        @Nullable Object value,
        boolean isDefault)
        throws Refusal {
      if (!expressions.seal().isPossible()) {
        throw new Refusal(
            Reason.NO_ENCRYPTION_KEY,
            "is a secret, which needs an encryption key, and this server has none");
      }
      if (value == null) {
        throw new Refusal(Reason.MISSING, "is missing");
      }
      String clear = opened(value);
      Object read = InputValues.read(definition.type(), rules, clear == null ? value : clear);
      Object sealed =
          clear == null ? SealedValue.of(String.valueOf(read), expressions.seal()) : value;
      return new ResolvedInput(definition, sealed, true, isDefault, List.of());
    }

    private @Nullable String opened(Object value) throws Refusal {
      String sealed = SealedValue.sealedIn(value);
      try {
        return sealed == null ? null : expressions.seal().open(sealed);
      } catch (Seal.UnreadableException e) {
        throw new Refusal(Reason.WRONG_TYPE, "cannot be read: " + e.getMessage());
      }
    }

    private @Nullable Object given(InputDefinition definition) {
      Object value = NestedValues.find(given, definition.id());
      boolean absent =
          value instanceof String text
              && text.isEmpty()
              && !InputValues.emptyTextIsValue(definition.type());
      return absent ? null : value;
    }

    private @Nullable Object defaultValue(
        InputDefinition definition, Map<String, ?> rules, Map<String, ?> context) throws Refusal {
      if (definition.defaults() != null) {
        return render("default", definition.defaults(), context);
      }
      boolean selectsFirst =
          Boolean.TRUE.equals(rules.get("autoSelectFirst"))
              && rules.get("values") instanceof List<?> values
              && !values.isEmpty();
      if (!selectsFirst) {
        return null;
      }
      Object first = ((List<?>) Objects.requireNonNull(rules.get("values"))).getFirst();
      return definition.type() == InputType.MULTISELECT ? List.of(first) : first;
    }

    /** The input with the values that its expression gives, if it has one. */
    private InputDefinition withValues(InputDefinition definition, Map<String, ?> context)
        throws Refusal {
      Object expression = definition.rules().get("expression");
      if (expression == null) {
        return definition;
      }
      Object values = render("expression", expression, context);
      if (!(values instanceof List<?> list)) {
        throw new Refusal(Reason.NOT_RENDERED, "has an expression that does not give a list");
      }
      Map<String, @Nullable Object> rules = new HashMap<>(definition.rules());
      rules.put("values", list.stream().filter(Objects::nonNull).map(String::valueOf).toList());
      return definition.withRules(rules);
    }

    private static Map<String, @Nullable Object> rules(InputDefinition definition) {
      if (definition.type() != InputType.SELECT || definition.required()) {
        return definition.rules();
      }
      Map<String, @Nullable Object> rules = new HashMap<>(definition.rules());
      rules.put("allowCustomValue", true); // only required ones are bound to their values
      return rules;
    }

    private @Nullable Object render(String what, Object template, Map<String, ?> context)
        throws Refusal {
      try {
        return Rendering.of(expressions, template, context);
      } catch (ExpressionException e) {
        throw new Refusal(
            Reason.NOT_RENDERED,
            "has a %s that cannot be rendered: %s".formatted(what, e.getMessage()));
      }
    }

    private static boolean isSecret(InputDefinition definition) {
      return definition.type() == InputType.SECRET
          || InputType.SECRET.name().equals(definition.rules().get("itemType"));
    }

    private ResolvedInput refused(InputDefinition definition, Refusal refusal) {
      Object received = isSecret(definition) ? null : NestedValues.find(given, definition.id());
      String message = "Input '%s' %s.".formatted(definition.id(), refusal.getMessage());
      InputProblem problem = new InputProblem(definition.id(), refusal.reason(), message, received);
      return new ResolvedInput(definition, received, true, false, List.of(problem));
    }
  }
}
