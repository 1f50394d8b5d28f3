package dev.legato.language.expression.syntax;

import dev.legato.language.expression.runtime.FailureKind;
import dev.legato.language.expression.syntax.Expr.Arguments;
import dev.legato.language.expression.syntax.Expr.BinaryOperation;
import dev.legato.language.expression.syntax.Expr.NamedArgument;
import dev.legato.language.expression.syntax.Expr.UnaryOperation;
import io.pebbletemplates.pebble.node.ArgumentsNode;
import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.NamedArgumentNode;
import io.pebbletemplates.pebble.node.PositionalArgumentNode;
import io.pebbletemplates.pebble.node.TestInvocationExpression;
import io.pebbletemplates.pebble.node.expression.BinaryExpression;
import io.pebbletemplates.pebble.node.expression.BlockFunctionExpression;
import io.pebbletemplates.pebble.node.expression.ConcatenateExpression;
import io.pebbletemplates.pebble.node.expression.ContextVariableExpression;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.node.expression.FilterExpression;
import io.pebbletemplates.pebble.node.expression.FilterInvocationExpression;
import io.pebbletemplates.pebble.node.expression.FunctionOrMacroInvocationExpression;
import io.pebbletemplates.pebble.node.expression.GetAttributeExpression;
import io.pebbletemplates.pebble.node.expression.LiteralBooleanExpression;
import io.pebbletemplates.pebble.node.expression.LiteralDoubleExpression;
import io.pebbletemplates.pebble.node.expression.LiteralLongExpression;
import io.pebbletemplates.pebble.node.expression.LiteralNullExpression;
import io.pebbletemplates.pebble.node.expression.LiteralStringExpression;
import io.pebbletemplates.pebble.node.expression.NegativeTestExpression;
import io.pebbletemplates.pebble.node.expression.PositiveTestExpression;
import io.pebbletemplates.pebble.node.expression.RenderableNodeExpression;
import io.pebbletemplates.pebble.node.expression.TernaryExpression;
import io.pebbletemplates.pebble.node.expression.UnaryExpression;
import io.pebbletemplates.pebble.node.expression.UnaryMinusExpression;
import io.pebbletemplates.pebble.node.expression.UnaryNotExpression;
import io.pebbletemplates.pebble.node.expression.UnaryPlusExpression;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Copies Pebble's expressions into our own, whose depth is bounded. */
final class ExpressionBuilder {
  private final TreeBuilder tree;
  private final int maxDepth;

  ExpressionBuilder(TreeBuilder tree, int maxDepth) {
    this.tree = tree;
    this.maxDepth = maxDepth;
  }

  Expr build(Expression<?> from, int depth) throws SyntaxProblem {
    if (depth > maxDepth) {
      throw new SyntaxProblem(
          FailureKind.LIMIT,
          "The expression is nested or chained more than %d levels deep".formatted(maxDepth),
          Math.max(1, from.getLineNumber()),
          1);
    }
    int line = from.getLineNumber();
    int next = depth + 1;
    return switch (from) {
      case LiteralStringExpression literal -> new Expr.Literal(literal.getValue(), line);
      case LiteralLongExpression literal -> new Expr.Literal(literal.getValue(), line);
      case LiteralDoubleExpression literal -> new Expr.Literal(literal.getValue(), line);
      case LiteralBooleanExpression literal -> new Expr.Literal(literal.getValue(), line);
      case LiteralNullExpression _ -> new Expr.Literal(null, line);
      case ContextVariableExpression variable -> new Expr.Variable(variable.getName(), line);
      case GetAttributeExpression attribute -> attribute(attribute, next);
      case FunctionOrMacroInvocationExpression call -> invocation(call, next);
      case BlockFunctionExpression block ->
          new Expr.BlockText(build(block.getBlockNameExpression(), next), line);
      case TernaryExpression choice ->
          new Expr.Conditional(
              build(choice.getExpression1(), next),
              build(choice.getExpression2(), next),
              build(choice.getExpression3(), next),
              line);
      case RenderableNodeExpression captured when captured.getNode() instanceof BodyNode body ->
          new Expr.Captured(tree.body(body, next), line);
      case UnaryExpression unary -> unary(unary, next);
      case BinaryExpression<?> binary -> binary(binary, next);
      default -> throw tree.problem("This expression is not supported here", line);
    };
  }

  private Expr attribute(GetAttributeExpression from, int depth) throws SyntaxProblem {
    Expr key = build(from.getAttributeNameExpression(), depth);
    if (from.getArgumentsNode() != null) {
      String name = key instanceof Expr.Literal literal ? String.valueOf(literal.value()) : "";
      throw tree.problem(
          "Values have no methods: '.%s(…)' cannot be called".formatted(name),
          from.getLineNumber());
    }
    return new Expr.Attribute(build(from.getNode(), depth), key, from.getLineNumber());
  }

  private Expr invocation(FunctionOrMacroInvocationExpression from, int depth)
      throws SyntaxProblem {
    Arguments arguments = arguments(from.getArguments(), depth);
    int line = from.getLineNumber();
    boolean named = !arguments.named().isEmpty();
    return switch (from.getFunctionName()) {
      case ExpressionLexer.MAP -> {
        if (named) {
          throw tree.problem("A map entry is written key: value", line);
        }
        yield new Expr.MapLiteral(arguments.positional(), line);
      }
      case ExpressionLexer.LIST -> {
        if (named) {
          throw tree.problem("The elements of a list have no names", line);
        }
        yield new Expr.ListLiteral(arguments.positional(), line);
      }
      default -> new Expr.Invocation(from.getFunctionName(), arguments, line);
    };
  }

  private Expr unary(UnaryExpression from, int depth) throws SyntaxProblem {
    UnaryOperation operation =
        switch (from) {
          case UnaryNotExpression _ -> UnaryOperation.NOT;
          case UnaryMinusExpression _ -> UnaryOperation.MINUS;
          case UnaryPlusExpression _ -> UnaryOperation.PLUS;
          default -> throw tree.problem("This operator is not supported", from.getLineNumber());
        };
    return new Expr.Unary(operation, build(from.getChildExpression(), depth), from.getLineNumber());
  }

  private Expr binary(BinaryExpression<?> from, int depth) throws SyntaxProblem {
    Expr left = build(from.getLeftExpression(), depth);
    int line = left.line();
    Expression<?> right = from.getRightExpression();
    return switch (from) {
      case FilterExpression _ when right instanceof FilterInvocationExpression filter ->
          new Expr.Filtered(
              left,
              filter.getFilterName(),
              arguments(filter.getArgs(), depth),
              filter.getLineNumber());
      case NegativeTestExpression _ when right instanceof TestInvocationExpression test ->
          new Expr.Tested(left, test.getTestName(), arguments(test.getArgs(), depth), true, line);
      case PositiveTestExpression _ when right instanceof TestInvocationExpression test ->
          new Expr.Tested(left, test.getTestName(), arguments(test.getArgs(), depth), false, line);
      case ConcatenateExpression _ ->
          new Expr.Binary(BinaryOperation.CONCATENATE, left, build(right, depth), line);
      case Grammar.Operator operator ->
          new Expr.Binary(operator.operation(), left, build(right, depth), line);
      default -> throw tree.problem("This operator is not supported", line);
    };
  }

  private Arguments arguments(@Nullable ArgumentsNode from, int depth) throws SyntaxProblem {
    if (from == null) {
      return Arguments.NONE;
    }
    List<Expr> positional = new ArrayList<>();
    List<NamedArgument> named = new ArrayList<>();
    if (from.getPositionalArgs() != null) {
      for (PositionalArgumentNode argument : from.getPositionalArgs()) {
        positional.add(build(argument.getValueExpression(), depth));
      }
    }
    if (from.getNamedArgs() != null) {
      for (NamedArgumentNode argument : from.getNamedArgs()) {
        named.add(
            new NamedArgument(argument.getName(), build(argument.getValueExpression(), depth)));
      }
    }
    return positional.isEmpty() && named.isEmpty()
        ? Arguments.NONE
        : new Arguments(List.copyOf(positional), List.copyOf(named));
  }
}
