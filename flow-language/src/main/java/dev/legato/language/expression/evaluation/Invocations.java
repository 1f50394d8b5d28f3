package dev.legato.language.expression.evaluation;

import dev.legato.language.expression.evaluation.Scope.Missing;
import dev.legato.language.expression.runtime.Budget;
import dev.legato.language.expression.runtime.Call;
import dev.legato.language.expression.runtime.ExpressionFunction;
import dev.legato.language.expression.runtime.Failure;
import dev.legato.language.expression.runtime.FailureKind;
import dev.legato.language.expression.runtime.Filter;
import dev.legato.language.expression.runtime.Signature;
import dev.legato.language.expression.runtime.ValueTest;
import dev.legato.language.expression.syntax.Expr;
import dev.legato.language.expression.syntax.Expr.Arguments;
import dev.legato.language.expression.syntax.Expr.NamedArgument;
import dev.legato.language.expression.syntax.Template.Macro;
import dev.legato.language.expression.syntax.Template.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Calls filters, functions, tests and macros with evaluated arguments. */
final class Invocations {
  /** Filters and tests that may be asked about something that does not exist. */
  private static final String DEFAULT_FILTER = "default";

  private static final String DEFINED_TEST = "defined";

  private final Evaluator evaluator;
  private final Language language;
  private final Budget budget;
  private final Rendering rendering;
  private final Scope scope;
  private final ExpressionEvaluation expressions;
  private final boolean trusted;
  private final @Nullable Secrets secrets;
  private boolean sawRestricted;

  Invocations(
      Evaluator evaluator,
      Rendering rendering,
      Scope scope,
      ExpressionEvaluation expressions,
      boolean trusted) {
    this.evaluator = evaluator;
    this.language = evaluator.language();
    this.budget = evaluator.budget();
    this.rendering = rendering;
    this.scope = scope;
    this.expressions = expressions;
    this.trusted = trusted;
    this.secrets = evaluator.secrets();
  }

  boolean sawRestricted() {
    return sawRestricted;
  }

  @Nullable Object filter(Expr.Filtered filtered) {
    Filter filter = language.filters().get(filtered.name());
    if (filter == null) {
      throw unknown("filter", filtered.name(), filtered.line());
    }
    Object input = input(filtered.input(), filtered.name().equals(DEFAULT_FILTER));
    try {
      budget.step();
      Call call = bind(filter.signature(), filtered.arguments(), false);
      return traced(input, call, paid(input, filter.apply(input, call)));
    } catch (Failure failure) {
      throw failure.atLine(filtered.line());
    }
  }

  boolean test(Expr.Tested tested) {
    ValueTest test = language.tests().get(tested.name());
    if (test == null) {
      throw unknown("test", tested.name(), tested.line());
    }
    Object value = input(tested.value(), tested.name().equals(DEFINED_TEST));
    try {
      budget.step();
      return tested.negated()
          != test.test(value, bind(test.signature(), tested.arguments(), false));
    } catch (Failure failure) {
      throw failure.atLine(tested.line());
    }
  }

  private @Nullable Object input(Expr expression, boolean mayBeUndefined) {
    if (!mayBeUndefined) {
      return expressions.evaluate(expression);
    }
    Object value = expressions.evaluateOrUndefined(expression);
    return value instanceof Missing ? null : value;
  }

  @Nullable Object call(Expr.Invocation call) {
    ExpressionFunction function = language.functions().get(call.name());
    Macro macro = function == null ? rendering.macro(call.name()) : null;
    try {
      budget.step();
      if (function != null) {
        return call(function, call);
      }
      if (macro != null) {
        return rendering.call(macro, macroArguments(macro, call.arguments()));
      }
    } catch (Failure failure) {
      throw failure.atLine(call.line());
    }
    throw unknown("function", call.name(), call.line());
  }

  private @Nullable Object call(ExpressionFunction function, Expr.Invocation call) {
    if (function.sourceOnly()) {
      if (!trusted) {
        throw Failure.evaluation(
            "'%s' may be called by the flow itself, not by text that came from data"
                .formatted(call.name()));
      }
      sawRestricted = true;
    }
    boolean argumentsTrusted =
        trusted && call.arguments().positional().stream().allMatch(Trust::covers);
    Call bound = bind(function.signature(), call.arguments(), argumentsTrusted);
    if (!function.waits()) {
      return traced(null, bound, paid(null, function.call(bound)));
    }
    if (!evaluator.mayWait()) {
      throw Failure.of(
          FailureKind.WAITING,
          "'%s' waits for something outside, which is not possible here".formatted(call.name()));
    }
    Object result = waitFor(function, bound);
    return function.givesSecrets() && secrets != null ? secrets.given(result) : result;
  }

  private @Nullable Object waitFor(ExpressionFunction function, Call bound) {
    long start = System.nanoTime();
    try {
      return paid(null, function.call(bound));
    } finally {
      budget.giveBack(System.nanoTime() - start);
      budget.check();
    }
  }

  /** What is made of a secret is a secret; what the outside world answers is not. */
  private @Nullable Object traced(@Nullable Object input, Call call, @Nullable Object result) {
    if (secrets != null) {
      secrets.derived(result, input, call.named().values());
      secrets.derived(result, null, call.positional());
    }
    return result;
  }

  private static Failure unknown(String kind, String name, int line) {
    return Failure.of(FailureKind.SYNTAX, "unknown %s '%s'".formatted(kind, name)).atLine(line);
  }

  /** Results that were built anew are paid for by size. */
  @SuppressWarnings("ReferenceEquality")
  private @Nullable Object paid(@Nullable Object input, @Nullable Object result) {
    if (result != input) {
      switch (result) {
        case String text -> budget.text(text.length());
        case List<?> list -> budget.steps(list.size());
        case null, default -> {}
      }
    }
    return result;
  }

  private Call bind(Signature signature, Arguments given, boolean trustedArguments) {
    Map<String, @Nullable Object> named =
        given.isEmpty() ? Map.of() : HashMap.newHashMap(signature.arguments().size());
    List<@Nullable Object> positional = new ArrayList<>();
    int index = 0;
    for (Expr argument : given.positional()) {
      Object value = expressions.evaluate(argument);
      if (signature.variadic()) {
        positional.add(value);
      } else if (index < signature.arguments().size()) {
        named.put(signature.arguments().get(index++), value);
      } else {
        throw Failure.evaluation(
            "'%s' takes at most %d arguments"
                .formatted(signature.name(), signature.arguments().size()));
      }
    }
    for (NamedArgument argument : given.named()) {
      if (!signature.arguments().contains(argument.name())) {
        throw Failure.evaluation(
            "'%s' has no argument '%s'".formatted(signature.name(), argument.name()));
      }
      named.put(argument.name(), expressions.evaluate(argument.value()));
    }
    Map<String, ?> visible = scope.view();
    return new Call(
        signature.name(),
        positional,
        named,
        visible,
        budget,
        (value, repeat) -> evaluator.nested(value, repeat, visible, trustedArguments));
  }

  private Map<String, @Nullable Object> macroArguments(Macro macro, Arguments given) {
    Map<String, @Nullable Object> arguments = new HashMap<>();
    List<Parameter> parameters = macro.parameters();
    int index = 0;
    for (Expr argument : given.positional()) {
      if (index >= parameters.size()) {
        throw Failure.evaluation(
            "the macro '%s' takes at most %d arguments".formatted(macro.name(), parameters.size()));
      }
      arguments.put(parameters.get(index++).name(), macroArgument(argument));
    }
    for (NamedArgument argument : given.named()) {
      if (parameters.stream().noneMatch(parameter -> parameter.name().equals(argument.name()))) {
        throw Failure.evaluation(
            "the macro '%s' has no argument '%s'".formatted(macro.name(), argument.name()));
      }
      arguments.put(argument.name(), macroArgument(argument.value()));
    }
    return arguments;
  }

  /** The whole context exists for one purpose: to be passed to a macro. */
  private @Nullable Object macroArgument(Expr argument) {
    return argument instanceof Expr.Variable variable && variable.name().equals("_context")
        ? scope.view()
        : expressions.evaluate(argument);
  }
}
