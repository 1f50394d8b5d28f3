package dev.legato.language.expression.syntax;

import dev.legato.language.expression.syntax.Expr.BinaryOperation;
import io.pebbletemplates.pebble.node.expression.BinaryExpression;
import io.pebbletemplates.pebble.node.expression.ConcatenateExpression;
import io.pebbletemplates.pebble.node.expression.FilterExpression;
import io.pebbletemplates.pebble.node.expression.NegativeTestExpression;
import io.pebbletemplates.pebble.node.expression.PositiveTestExpression;
import io.pebbletemplates.pebble.node.expression.UnaryExpression;
import io.pebbletemplates.pebble.node.expression.UnaryMinusExpression;
import io.pebbletemplates.pebble.node.expression.UnaryNotExpression;
import io.pebbletemplates.pebble.node.expression.UnaryPlusExpression;
import io.pebbletemplates.pebble.operator.Associativity;
import io.pebbletemplates.pebble.operator.BinaryOperator;
import io.pebbletemplates.pebble.operator.BinaryOperatorImpl;
import io.pebbletemplates.pebble.operator.BinaryOperatorType;
import io.pebbletemplates.pebble.operator.UnaryOperator;
import io.pebbletemplates.pebble.operator.UnaryOperatorImpl;
import io.pebbletemplates.pebble.template.EvaluationContextImpl;
import io.pebbletemplates.pebble.template.PebbleTemplateImpl;
import io.pebbletemplates.pebble.tokenParser.BlockTokenParser;
import io.pebbletemplates.pebble.tokenParser.FilterTokenParser;
import io.pebbletemplates.pebble.tokenParser.ForTokenParser;
import io.pebbletemplates.pebble.tokenParser.IfTokenParser;
import io.pebbletemplates.pebble.tokenParser.MacroTokenParser;
import io.pebbletemplates.pebble.tokenParser.SetTokenParser;
import io.pebbletemplates.pebble.tokenParser.TokenParser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Operators with their precedence, and the tags that exist. Everything not listed is unknown. */
final class Grammar {
  static final Map<String, UnaryOperator> UNARY_OPERATORS =
      Stream.of(
              unary("not", UnaryNotExpression.class),
              unary("+", UnaryPlusExpression.class),
              unary("-", UnaryMinusExpression.class))
          .collect(Collectors.toUnmodifiableMap(UnaryOperator::getSymbol, Function.identity()));

  static final Map<String, BinaryOperator> BINARY_OPERATORS = binaryOperators();

  static final Map<String, TokenParser> TAGS =
      Stream.of(
              new IfTokenParser(),
              new ForTokenParser(),
              new SetTokenParser(),
              new MacroTokenParser(),
              new FilterTokenParser(),
              new BlockTokenParser())
          .collect(Collectors.toUnmodifiableMap(TokenParser::getTag, Function.identity()));

  private Grammar() {}

  private static Map<String, BinaryOperator> binaryOperators() {
    Map<String, BinaryOperator> operators = new LinkedHashMap<>();
    add(operators, "or", 10, BinaryOperation.OR);
    add(operators, "and", 15, BinaryOperation.AND);
    add(operators, "is", 20, PositiveTestExpression::new, BinaryOperatorType.TEST);
    add(operators, "is not", 20, NegativeTestExpression::new, BinaryOperatorType.TEST);
    add(operators, "contains", 20, BinaryOperation.CONTAINS);
    add(operators, "isIn", 20, BinaryOperation.IS_IN);
    add(operators, "isNotIn", 20, BinaryOperation.IS_NOT_IN);
    add(operators, "==", 30, BinaryOperation.EQUAL);
    add(operators, "equals", 30, BinaryOperation.EQUAL);
    add(operators, "!=", 30, BinaryOperation.NOT_EQUAL);
    add(operators, ">", 30, BinaryOperation.GREATER);
    add(operators, "<", 30, BinaryOperation.LESS);
    add(operators, ">=", 30, BinaryOperation.GREATER_OR_EQUAL);
    add(operators, "<=", 30, BinaryOperation.LESS_OR_EQUAL);
    add(operators, "+", 40, BinaryOperation.ADD);
    add(operators, "-", 40, BinaryOperation.SUBTRACT);
    add(operators, "*", 60, BinaryOperation.MULTIPLY);
    add(operators, "/", 60, BinaryOperation.DIVIDE);
    add(operators, "%", 60, BinaryOperation.REMAINDER);
    add(operators, "|", 100, FilterExpression::new, BinaryOperatorType.FILTER);
    add(operators, "~", 110, ConcatenateExpression::new, BinaryOperatorType.NORMAL);
    add(operators, "..", 120, BinaryOperation.RANGE);
    add(operators, "??", 120, BinaryOperation.UNLESS_NULL);
    add(operators, "???", 120, BinaryOperation.UNLESS_UNDEFINED);
    return Map.copyOf(operators);
  }

  private static void add(
      Map<String, BinaryOperator> operators, String symbol, int precedence, BinaryOperation as) {
    add(operators, symbol, precedence, () -> new Operator(as), BinaryOperatorType.NORMAL);
  }

  private static void add(
      Map<String, BinaryOperator> operators,
      String symbol,
      int precedence,
      Supplier<? extends BinaryExpression<?>> node,
      BinaryOperatorType type) {
    operators.put(
        symbol, new BinaryOperatorImpl(symbol, precedence, node, type, Associativity.LEFT));
  }

  private static UnaryOperator unary(String symbol, Class<? extends UnaryExpression> node) {
    return new UnaryOperatorImpl(symbol, 500, node);
  }

  /** Marks the operation in Pebble's tree; it is never evaluated there. */
  static final class Operator extends BinaryExpression<Object> {
    private final BinaryOperation operation;

    Operator(BinaryOperation operation) {
      this.operation = operation;
    }

    BinaryOperation operation() {
      return operation;
    }

    @Override
    public Object evaluate(PebbleTemplateImpl template, EvaluationContextImpl context) {
      throw new IllegalStateException(
          "Expected Pebble's tree to be parsed only, but it was evaluated");
    }
  }
}
