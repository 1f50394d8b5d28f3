package dev.legato.language.expression.syntax;

import dev.legato.language.expression.syntax.Expr.Arguments;
import dev.legato.language.expression.syntax.Expr.BinaryOperation;
import dev.legato.language.expression.syntax.Expr.NamedArgument;
import dev.legato.language.expression.syntax.Template.Macro;
import dev.legato.language.expression.syntax.Template.Parameter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which outside variables a template reads, and what it calls. A variable is given with its first
 * key where that is written literally: {@code outputs.t1}, {@code inputs.x}, {@code taskrun.value}.
 */
public final class References {
  private static final Set<String> GUARDS = Set.of("defined", "null", "empty");

  private final Set<String> variables = new LinkedHashSet<>();
  private final Set<String> guarded = new HashSet<>();
  private final Set<String> calls = new LinkedHashSet<>();
  private final List<Use> uses = new ArrayList<>();
  private final Deque<Set<String>> locals = new ArrayDeque<>();
  private boolean isGuarded;

  /** The name of a filter, function or test where it is written; lines are one-based. */
  public record Use(Kind kind, String name, int line) {
    /** What the name stands for. */
    public enum Kind {
      FILTER,
      FUNCTION,
      TEST
    }
  }

  private References() {
    locals.push(new HashSet<>());
  }

  static References of(List<Node> body, Map<String, Macro> macros, Map<String, List<Node>> blocks) {
    References references = new References();
    references.nodes(body);
    blocks.values().forEach(references::scoped);
    macros.values().forEach(references::macro);
    return references;
  }

  /** Names of the outside variables an expression reads, without keys. */
  public static Set<String> roots(Expr expression) {
    References references = new References();
    references.expression(expression);
    Set<String> roots = new LinkedHashSet<>();
    for (String variable : references.variables) {
      int dot = variable.indexOf('.');
      roots.add(dot < 0 ? variable : variable.substring(0, dot));
    }
    return roots;
  }

  /** Names of the functions an expression calls. */
  public static Set<String> calls(Expr expression) {
    References references = new References();
    references.expression(expression);
    return references.calls;
  }

  Set<String> variables() {
    return Collections.unmodifiableSet(variables);
  }

  Set<String> guarded() {
    return Set.copyOf(guarded);
  }

  Set<String> calls() {
    return Collections.unmodifiableSet(calls);
  }

  List<Use> uses() {
    return List.copyOf(uses);
  }

  private void macro(Macro macro) {
    locals.push(new HashSet<>());
    for (Parameter parameter : macro.parameters()) {
      if (parameter.fallback() != null) {
        expression(parameter.fallback());
      }
      locals.element().add(parameter.name());
    }
    nodes(macro.body());
    locals.pop();
  }

  private void scoped(List<Node> body, String... names) {
    locals.push(new HashSet<>(Set.of(names)));
    nodes(body);
    locals.pop();
  }

  private void scoped(List<Node> body) {
    scoped(body, new String[0]);
  }

  private void nodes(List<Node> nodes) {
    for (Node node : nodes) {
      switch (node) {
        case Node.Text _, Node.Raw _, Node.BlockPlace _ -> {}
        case Node.Print(Expr value) -> expression(value);
        case Node.SetVariable(String name, Expr value) -> {
          expression(value);
          locals.element().add(name);
        }
        case Node.If(var branches, var orElse) -> {
          for (Node.Branch branch : branches) {
            expression(branch.condition());
            nodes(branch.body());
          }
          nodes(orElse);
        }
        case Node.For(String variable, Expr items, var body, var orElse, _) -> {
          expression(items);
          scoped(
              body,
              variable.equals("loop") ? new String[] {"loop"} : new String[] {variable, "loop"});
          nodes(orElse);
        }
      }
    }
  }

  private void expression(Expr expression) {
    switch (expression) {
      case Expr.Literal _ -> {}
      case Expr.Variable variable -> variable(variable.name());
      case Expr.Attribute attribute -> attribute(attribute);
      case Expr.Invocation call -> {
        calls.add(call.name());
        uses.add(new Use(Use.Kind.FUNCTION, call.name(), call.line()));
        arguments(call.arguments());
      }
      case Expr.Filtered filtered -> {
        uses.add(new Use(Use.Kind.FILTER, filtered.name(), filtered.line()));
        guardedIf(filtered.name().equals("default"), filtered.input());
        arguments(filtered.arguments());
      }
      case Expr.Tested tested -> {
        uses.add(new Use(Use.Kind.TEST, tested.name(), tested.line()));
        guardedIf(GUARDS.contains(tested.name()), tested.value());
        arguments(tested.arguments());
      }
      case Expr.Binary binary -> {
        guardedIf(
            binary.operation() == BinaryOperation.UNLESS_NULL
                || binary.operation() == BinaryOperation.UNLESS_UNDEFINED,
            binary.left());
        expression(binary.right());
      }
      case Expr.Unary unary -> expression(unary.operand());
      case Expr.Conditional choice -> {
        expression(choice.condition());
        expression(choice.yes());
        expression(choice.no());
      }
      case Expr.ListLiteral list -> list.items().forEach(this::expression);
      case Expr.MapLiteral map -> map.keysAndValues().forEach(this::expression);
      case Expr.BlockText block -> expression(block.name());
      case Expr.Captured captured -> nodes(captured.body());
    }
  }

  private void guardedIf(boolean guard, Expr expression) {
    boolean outer = isGuarded;
    isGuarded |= guard;
    expression(expression);
    isGuarded = outer;
  }

  private void arguments(Arguments arguments) {
    arguments.positional().forEach(this::expression);
    for (NamedArgument argument : arguments.named()) {
      expression(argument.value());
    }
  }

  private void attribute(Expr.Attribute attribute) {
    if (attribute.target() instanceof Expr.Variable variable
        && attribute.key() instanceof Expr.Literal key
        && key.value() != null) {
      if (isOutside(variable.name())) {
        add(variable.name() + "." + key.value());
      }
      return;
    }
    expression(attribute.target());
    expression(attribute.key());
  }

  private void variable(String name) {
    if (isOutside(name)) {
      add(name);
    }
  }

  private void add(String variable) {
    variables.add(variable);
    if (isGuarded) {
      guarded.add(variable);
    }
  }

  private boolean isOutside(String name) {
    return locals.stream().noneMatch(scope -> scope.contains(name)) && !name.equals("_context");
  }
}
