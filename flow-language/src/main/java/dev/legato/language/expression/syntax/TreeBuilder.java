package dev.legato.language.expression.syntax;

import dev.legato.language.expression.runtime.FailureKind;
import dev.legato.language.expression.syntax.Node.Branch;
import dev.legato.language.expression.syntax.Template.Macro;
import dev.legato.language.expression.syntax.Template.Parameter;
import io.pebbletemplates.pebble.node.BlockNode;
import io.pebbletemplates.pebble.node.BodyNode;
import io.pebbletemplates.pebble.node.ForNode;
import io.pebbletemplates.pebble.node.IfNode;
import io.pebbletemplates.pebble.node.MacroNode;
import io.pebbletemplates.pebble.node.NamedArgumentNode;
import io.pebbletemplates.pebble.node.PrintNode;
import io.pebbletemplates.pebble.node.RenderableNode;
import io.pebbletemplates.pebble.node.RootNode;
import io.pebbletemplates.pebble.node.SetNode;
import io.pebbletemplates.pebble.node.TextNode;
import io.pebbletemplates.pebble.node.expression.Expression;
import io.pebbletemplates.pebble.utils.Pair;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Copies the tags of Pebble's tree into our own, whose depth is bounded. */
final class TreeBuilder {
  private final String source;
  private final ExpressionBuilder expressions;
  private final Map<String, Macro> macros = new LinkedHashMap<>();
  private final Map<String, List<Node>> blocks = new LinkedHashMap<>();

  TreeBuilder(String source, int maxDepth) {
    this.source = source;
    this.expressions = new ExpressionBuilder(this, maxDepth);
  }

  Template build(RootNode root) throws SyntaxProblem {
    List<Node> body = body(root.getBody(), 0);
    References references = References.of(body, macros, blocks);
    return new Template(
        source,
        body,
        Map.copyOf(macros),
        Map.copyOf(blocks),
        references.variables(),
        references.guarded(),
        references.calls(),
        references.uses());
  }

  List<Node> body(@Nullable BodyNode body, int depth) throws SyntaxProblem {
    if (body == null) {
      return List.of();
    }
    List<Node> nodes = new ArrayList<>();
    for (RenderableNode child : body.getChildren()) {
      switch (child) {
        case TextNode text -> nodes.add(new Node.Text(new String(text.getData())));
        case PrintNode print -> nodes.add(print(print, depth));
        case SetNode set ->
            nodes.add(new Node.SetVariable(set.getName(), expression(set.getValue(), depth)));
        case IfNode branches -> nodes.add(ifNode(branches, depth));
        case ForNode loop -> nodes.add(forNode(loop, depth));
        case BlockNode block -> nodes.add(block(block, depth));
        case MacroNode macro -> macro(macro, depth);
        default -> throw problem("This tag is not supported", 1);
      }
    }
    return List.copyOf(nodes);
  }

  private Node print(PrintNode print, int depth) throws SyntaxProblem {
    Expr value = expression(print.getExpression(), depth);
    return value instanceof Expr.Invocation(String name, Expr.Arguments arguments, _)
            && name.equals(TemplateLexer.RAW)
            && arguments.positional().getFirst() instanceof Expr.Literal(Object text, _)
        ? new Node.Raw(String.valueOf(text))
        : new Node.Print(value);
  }

  private Expr expression(Expression<?> expression, int depth) throws SyntaxProblem {
    return expressions.build(expression, depth + 1);
  }

  private Node ifNode(IfNode node, int depth) throws SyntaxProblem {
    List<Branch> branches = new ArrayList<>();
    for (Pair<Expression<?>, BodyNode> branch : node.getConditionsWithBodies()) {
      branches.add(
          new Branch(expression(branch.getLeft(), depth), body(branch.getRight(), depth + 1)));
    }
    return new Node.If(List.copyOf(branches), body(node.getElseBody(), depth + 1));
  }

  private Node forNode(ForNode node, int depth) throws SyntaxProblem {
    return new Node.For(
        node.getIterationVariable(),
        expression(node.getIterable(), depth),
        body(node.getBody(), depth + 1),
        body(node.getElseBody(), depth + 1),
        node.getLineNumber());
  }

  private Node block(BlockNode node, int depth) throws SyntaxProblem {
    if (blocks.put(node.getName(), body(node.getBody(), depth + 1)) != null) {
      throw problem(
          "The block '%s' is defined twice".formatted(node.getName()), node.getLineNumber());
    }
    return new Node.BlockPlace(node.getName());
  }

  private void macro(MacroNode node, int depth) throws SyntaxProblem {
    List<Parameter> parameters = new ArrayList<>();
    for (NamedArgumentNode argument : node.getArgs().getNamedArgs()) {
      Expression<?> fallback = argument.getValueExpression();
      parameters.add(
          new Parameter(argument.getName(), fallback == null ? null : expression(fallback, depth)));
    }
    Macro macro =
        new Macro(node.getName(), List.copyOf(parameters), body(node.getBody(), depth + 1));
    if (macros.put(node.getName(), macro) != null) {
      throw problem(
          "The macro '%s' is defined twice".formatted(node.getName()), node.getLineNumber());
    }
  }

  SyntaxProblem problem(String message, int line) {
    return new SyntaxProblem(FailureKind.SYNTAX, message, Math.max(1, line), 1);
  }
}
