package dev.legato.language.expression.evaluation;

import dev.legato.language.expression.runtime.Budget;
import dev.legato.language.expression.runtime.Failure;
import dev.legato.language.expression.runtime.Numbers;
import dev.legato.language.expression.runtime.Numbers.Operation;
import dev.legato.language.expression.runtime.Ranges;
import dev.legato.language.expression.runtime.Texts;
import dev.legato.language.expression.runtime.Values;
import dev.legato.language.expression.syntax.Expr.BinaryOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The operators whose two sides are always evaluated. */
final class Operators {
  private Operators() {}

  static @Nullable Object apply(
      BinaryOperation operation, @Nullable Object left, @Nullable Object right, Budget budget) {
    return switch (operation) {
      case EQUAL -> Values.areEqual(left, right, budget);
      case NOT_EQUAL -> !Values.areEqual(left, right, budget);
      case LESS -> left != null && right != null && Values.compare(left, right) < 0;
      case GREATER -> left != null && right != null && Values.compare(left, right) > 0;
      case LESS_OR_EQUAL -> left != null && right != null && Values.compare(left, right) <= 0;
      case GREATER_OR_EQUAL -> left != null && right != null && Values.compare(left, right) >= 0;
      case CONTAINS -> contains(left, right, budget);
      case IS_IN -> isIn(left, right, budget);
      case IS_NOT_IN -> !isIn(left, right, budget);
      case ADD -> add(left, right, budget);
      case SUBTRACT -> subtract(left, right, budget);
      case MULTIPLY -> Numbers.compute(Operation.MULTIPLY, left, right);
      case DIVIDE -> Numbers.compute(Operation.DIVIDE, left, right);
      case REMAINDER -> Numbers.compute(Operation.REMAINDER, left, right);
      case CONCATENATE -> concatenate(left, right, budget);
      case RANGE -> Ranges.inclusive(left, right, 1, budget);
      case OR, AND, UNLESS_NULL, UNLESS_UNDEFINED ->
          throw new IllegalStateException(
              "Expected an operator with two evaluated sides, but got " + operation);
    };
  }

  private static boolean contains(
      @Nullable Object container, @Nullable Object part, Budget budget) {
    return switch (container) {
      case null -> false;
      case List<?> list when part instanceof List<?> parts -> {
        for (Object wanted : parts) {
          if (!Values.contains(list, wanted, budget)) {
            yield false;
          }
        }
        yield true;
      }
      case List<?> list -> Values.contains(list, part, budget);
      case Map<?, ?> map -> map.containsKey(Texts.key(part, budget));
      case String text -> text.contains(Texts.key(part, budget));
      default ->
          throw Failure.evaluation(
              "'contains' works on a list, a map or text, not on " + Values.typeName(container));
    };
  }

  private static boolean isIn(@Nullable Object value, @Nullable Object container, Budget budget) {
    return switch (container) {
      case null -> false;
      case List<?> list -> Values.contains(list, value, budget);
      case Map<?, ?> map ->
          map.containsKey(Texts.key(value, budget)) || Values.contains(map.values(), value, budget);
      default ->
          throw Failure.evaluation(
              "'isIn' needs a list or a map on its right, not " + Values.typeName(container));
    };
  }

  private static @Nullable Object add(
      @Nullable Object left, @Nullable Object right, Budget budget) {
    if (left instanceof List<?> list) {
      return join(list, right, budget);
    }
    if (left instanceof String || right instanceof String) {
      return concatenate(left, right, budget);
    }
    return Numbers.compute(Operation.ADD, left, right);
  }

  private static List<@Nullable Object> join(List<?> list, @Nullable Object right, Budget budget) {
    int added = right instanceof List<?> more ? more.size() : 1;
    budget.steps((long) list.size() + added);
    List<@Nullable Object> joined = new ArrayList<>(list.size() + added);
    joined.addAll(list);
    if (right instanceof List<?> more) {
      joined.addAll(more);
    } else {
      joined.add(right);
    }
    return joined;
  }

  private static @Nullable Object subtract(
      @Nullable Object left, @Nullable Object right, Budget budget) {
    if (!(left instanceof List<?> list)) {
      return Numbers.compute(Operation.SUBTRACT, left, right);
    }
    List<@Nullable Object> rest = new ArrayList<>();
    for (Object item : list) {
      budget.step();
      boolean removed =
          right instanceof List<?> unwanted
              ? Values.contains(unwanted, item, budget)
              : Values.areEqual(item, right, budget);
      if (!removed) {
        rest.add(item);
      }
    }
    return rest;
  }

  private static String concatenate(@Nullable Object left, @Nullable Object right, Budget budget) {
    String one = Texts.print(left, budget);
    String other = Texts.print(right, budget);
    budget.text((long) one.length() + other.length());
    return one + other;
  }
}
