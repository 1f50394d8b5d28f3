package dev.legato.language.expression.evaluation;

import dev.legato.language.expression.evaluation.Scope.Missing;
import dev.legato.language.expression.runtime.Budget;
import dev.legato.language.expression.runtime.Failure;
import dev.legato.language.expression.runtime.FailureKind;
import dev.legato.language.expression.runtime.Numbers;
import dev.legato.language.expression.runtime.Numbers.Operation;
import dev.legato.language.expression.runtime.Texts;
import dev.legato.language.expression.runtime.Values;
import dev.legato.language.expression.syntax.Expr;
import dev.legato.language.expression.syntax.Expr.BinaryOperation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes the value of an expression. */
final class ExpressionEvaluation {
  private final Evaluator evaluator;
  private final boolean trusted;
  private final Rendering rendering;
  private final Scope scope;
  private final Budget budget;
  private final Invocations invocations;

  ExpressionEvaluation(Evaluator evaluator, Rendering rendering, Scope scope, boolean trusted) {
    this.evaluator = evaluator;
    this.trusted = trusted;
    this.rendering = rendering;
    this.scope = scope;
    this.budget = evaluator.budget();
    this.invocations = new Invocations(evaluator, rendering, scope, this, trusted);
  }

  /** Whether a function that only flow source may call has been called by this walk. */
  boolean sawRestricted() {
    return invocations.sawRestricted();
  }

  @Nullable Object evaluate(Expr expression) {
    budget.tick();
    return switch (expression) {
      case Expr.Literal(Object value, _) -> value;
      case Expr.Variable variable -> variable(variable);
      case Expr.Attribute attribute -> attribute(attribute);
      case Expr.Invocation call -> invocations.call(call);
      case Expr.Filtered filtered -> invocations.filter(filtered);
      case Expr.Tested tested -> invocations.test(tested);
      case Expr.Binary binary -> binary(binary);
      case Expr.Unary unary -> unary(unary);
      case Expr.Conditional choice ->
          evaluate(Values.isTrue(evaluate(choice.condition())) ? choice.yes() : choice.no());
      case Expr.ListLiteral list -> list(list.items());
      case Expr.MapLiteral map -> map(map.keysAndValues());
      case Expr.BlockText block -> rendering.block(Texts.print(evaluate(block.name()), budget));
      case Expr.Captured captured -> rendering.capture(captured.body());
    };
  }

  /** The value, or {@link Missing#UNDEFINED} when a variable or an attribute in it is missing. */
  @Nullable Object evaluateOrUndefined(Expr expression) {
    try {
      return evaluate(expression);
    } catch (Failure failure) {
      if (failure.kind() == FailureKind.UNDEFINED) {
        return Missing.UNDEFINED;
      }
      throw failure;
    }
  }

  private @Nullable Object variable(Expr.Variable variable) {
    Object value = scope.find(variable.name());
    if (value instanceof Missing) {
      throw undefined("unknown variable '" + variable.name() + "'", variable.line());
    }
    return opened(value, variable.line());
  }

  /** Text that came from data may not read secrets: it sees them sealed. */
  private @Nullable Object opened(@Nullable Object value, int line) {
    return trusted && value instanceof Map ? evaluator.opened(value, line) : value;
  }

  private @Nullable Object attribute(Expr.Attribute attribute) {
    Object target = evaluate(attribute.target());
    Object key = evaluate(attribute.key());
    return switch (target) {
      case Map<?, ?> map -> entry(map, key, attribute);
      case List<?> list -> item(list, key, attribute);
      case null ->
          throw undefined(
              "'%s' is null and has no attributes".formatted(path(attribute.target())),
              attribute.line());
      default ->
          throw undefined(
              "'%s' does not exist: '%s' is %s"
                  .formatted(path(attribute), path(attribute.target()), Values.typeName(target)),
              attribute.line());
    };
  }

  private @Nullable Object entry(Map<?, ?> map, @Nullable Object key, Expr.Attribute attribute) {
    String name = Texts.key(key, budget);
    Object value = map.get(name);
    if (value == null && !map.containsKey(name)) {
      throw undefined("unknown variable '" + path(attribute) + "'", attribute.line());
    }
    return opened(value, attribute.line());
  }

  private @Nullable Object item(List<?> list, @Nullable Object key, Expr.Attribute attribute) {
    Number index =
        switch (key) {
          case Number number -> number;
          case String text -> Numbers.parse(text);
          case null, default -> null;
        };
    long at = index == null || index.doubleValue() % 1 != 0 ? -1 : index.longValue();
    if (at < 0 || at >= list.size()) {
      throw undefined(
          "'%s' does not exist: the list has %,d items".formatted(path(attribute), list.size()),
          attribute.line());
    }
    return opened(list.get((int) at), attribute.line());
  }

  private static Failure undefined(String message, int line) {
    return Failure.of(FailureKind.UNDEFINED, message).atLine(line);
  }

  /** The expression as the user wrote it, for messages; values never appear in it. */
  private static String path(Expr expression) {
    return switch (expression) {
      case Expr.Variable variable -> variable.name();
      case Expr.Literal literal when literal.value() instanceof String text -> "'" + text + "'";
      case Expr.Literal literal -> String.valueOf(literal.value());
      case Expr.Attribute(Expr target, Expr.Literal key, _)
          when key.value() instanceof String name && isName(name) ->
          path(target) + "." + name;
      case Expr.Attribute attribute -> path(attribute.target()) + "[" + path(attribute.key()) + "]";
      case Expr.Invocation call -> call.name() + "(…)";
      case Expr.Filtered filtered -> path(filtered.input()) + " | " + filtered.name();
      case Expr.ListLiteral _ -> "[…]";
      case Expr.MapLiteral _ -> "{…}";
      default -> "(…)";
    };
  }

  private static boolean isName(String text) {
    return !text.isEmpty()
        && text.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_')
        && !Character.isDigit(text.charAt(0));
  }

  private @Nullable Object binary(Expr.Binary binary) {
    return switch (binary.operation()) {
      case AND -> Values.isTrue(evaluate(binary.left())) && Values.isTrue(evaluate(binary.right()));
      case OR -> Values.isTrue(evaluate(binary.left())) || Values.isTrue(evaluate(binary.right()));
      case UNLESS_NULL -> {
        Object value = evaluateOrUndefined(binary.left());
        yield value == null || value instanceof Missing ? evaluate(binary.right()) : value;
      }
      case UNLESS_UNDEFINED -> {
        Object value = evaluateOrUndefined(binary.left());
        yield value instanceof Missing ? evaluate(binary.right()) : value;
      }
      default -> operator(binary.operation(), binary);
    };
  }

  private @Nullable Object operator(BinaryOperation operation, Expr.Binary binary) {
    Object left = evaluate(binary.left());
    Object right = evaluate(binary.right());
    try {
      return Operators.apply(operation, left, right, budget);
    } catch (Failure failure) {
      throw failure.atLine(binary.line());
    }
  }

  private Object unary(Expr.Unary unary) {
    Object value = evaluate(unary.operand());
    try {
      return switch (unary.operation()) {
        case NOT -> !Values.isTrue(value);
        case MINUS -> Numbers.compute(Operation.SUBTRACT, 0L, value);
        case PLUS -> Numbers.compute(Operation.ADD, 0L, value);
      };
    } catch (Failure failure) {
      throw failure.atLine(unary.line());
    }
  }

  private List<@Nullable Object> list(List<Expr> items) {
    List<@Nullable Object> list = new ArrayList<>(items.size());
    for (Expr item : items) {
      list.add(evaluate(item));
    }
    return list;
  }

  private Map<String, @Nullable Object> map(List<Expr> keysAndValues) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.size(); i += 2) {
      map.put(
          Texts.key(evaluate(keysAndValues.get(i)), budget), evaluate(keysAndValues.get(i + 1)));
    }
    return map;
  }
}
