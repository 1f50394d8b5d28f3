package dev.legato.language.expression.evaluation;

import dev.legato.language.expression.runtime.Budget;
import dev.legato.language.expression.runtime.Failure;
import dev.legato.language.expression.runtime.Texts;
import dev.legato.language.expression.runtime.Values;
import dev.legato.language.expression.syntax.Expr;
import dev.legato.language.expression.syntax.Node;
import dev.legato.language.expression.syntax.Template;
import dev.legato.language.expression.syntax.Template.Macro;
import dev.legato.language.expression.syntax.Template.Parameter;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One walk through one template. */
final class Rendering {
  private final Template template;
  private final Scope scope;
  private final Budget budget;
  private final @Nullable Protected kept;
  private final ExpressionEvaluation expressions;

  /**
   * @param trusted whether functions that only flow source may call are allowed
   * @param kept where text is put that later renderings must not touch; null when there are none
   */
  Rendering(
      Evaluator evaluator,
      Template template,
      Scope scope,
      boolean trusted,
      @Nullable Protected kept) {
    this.template = template;
    this.scope = scope;
    this.budget = evaluator.budget();
    this.kept = kept;
    this.expressions = new ExpressionEvaluation(evaluator, this, scope, trusted);
  }

  String text() {
    Expr only = template.onlyExpression();
    if (only != null && kept == null) {
      String text = Texts.print(expressions.evaluate(only), budget);
      budget.fits(text.length());
      return text;
    }
    Output output = new Output(budget, false);
    write(template.body(), output);
    return output.toString();
  }

  @Nullable Object value() {
    Expr only = template.onlyExpression();
    return only == null ? text() : expressions.evaluate(only);
  }

  /** The text between two tags, as a value. */
  String capture(List<Node> body) {
    Output output = new Output(budget, true);
    write(body, output);
    return output.toString();
  }

  /** The text of a block. */
  String block(String name) {
    List<Node> body = template.blocks().get(name);
    if (body == null) {
      throw Failure.evaluation("there is no block '%s' in this template".formatted(name));
    }
    budget.enter("the block '" + name + "'");
    try {
      return capture(body);
    } finally {
      budget.leave();
    }
  }

  @Nullable Macro macro(String name) {
    return template.macros().get(name);
  }

  /** Renders a macro, which sees nothing but its parameters. */
  String call(Macro macro, Map<String, @Nullable Object> arguments) {
    budget.enter("the macro '" + macro.name() + "'");
    try {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      for (Parameter parameter : macro.parameters()) {
        values.put(parameter.name(), value(parameter, arguments));
      }
      scope.push(true);
      try {
        values.forEach(scope::define);
        return capture(macro.body());
      } finally {
        scope.pop();
      }
    } finally {
      budget.leave();
    }
  }

  private @Nullable Object value(Parameter parameter, Map<String, @Nullable Object> arguments) {
    Expr fallback = parameter.fallback();
    return fallback == null || arguments.containsKey(parameter.name())
        ? arguments.get(parameter.name())
        : expressions.evaluate(fallback);
  }

  private void write(List<Node> nodes, Output output) {
    for (Node node : nodes) {
      budget.step();
      switch (node) {
        case Node.Text(String text) -> output.write(text);
        case Node.Raw(String text) -> output.write(keep(text, output));
        case Node.Print(Expr value) -> print(value, output);
        case Node.If choice -> write(chosen(choice), output);
        case Node.For loop -> loop(loop, output);
        case Node.SetVariable(String name, Expr value) ->
            scope.assign(name, expressions.evaluate(value));
        case Node.BlockPlace(String name) -> output.write(block(name));
      }
    }
  }

  private void print(Expr value, Output output) {
    String text = Texts.print(expressions.evaluate(value), budget);
    boolean keep = expressions.sawRestricted() || Protected.looksLikeMark(text);
    output.write(keep && !output.isCaptured() ? keep(text, output) : text);
  }

  private String keep(String text, Output output) {
    return kept == null || output.isCaptured() ? text : kept.protect(text);
  }

  private List<Node> chosen(Node.If choice) {
    for (Node.Branch branch : choice.branches()) {
      if (Values.isTrue(expressions.evaluate(branch.condition()))) {
        return branch.body();
      }
    }
    return choice.orElse();
  }

  private void loop(Node.For loop, Output output) {
    Object value = expressions.evaluate(loop.items());
    switch (value) {
      case null -> {}
      case List<?> list -> loop(loop, list, list.iterator(), output);
      case Map<?, ?> map -> loop(loop, map.values(), entries(map), output);
      default ->
          throw Failure.evaluation(
                  "'for' goes over a list or a map, not over " + Values.typeName(value))
              .atLine(loop.line());
    }
  }

  private void loop(Node.For loop, Collection<?> items, Iterator<?> iterator, Output output) {
    if (!iterator.hasNext()) {
      write(loop.orElse(), output);
      return;
    }
    scope.push(false);
    try {
      for (int index = 0; iterator.hasNext(); index++) {
        budget.step();
        Object item = iterator.next();
        scope.define("loop", new LoopVariables(index, !iterator.hasNext(), items));
        scope.define(loop.variable(), item);
        write(loop.body(), output);
      }
    } finally {
      scope.pop();
    }
  }

  /** A template reads {@code entry.key} and {@code entry.value}. */
  private static Iterator<?> entries(Map<?, ?> map) {
    return map.entrySet().stream()
        .map(
            entry -> {
              Map<String, @Nullable Object> pair = new LinkedHashMap<>();
              pair.put("key", entry.getKey());
              pair.put("value", entry.getValue());
              return pair;
            })
        .iterator();
  }
}
