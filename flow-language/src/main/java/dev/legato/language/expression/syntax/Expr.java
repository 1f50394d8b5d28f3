package dev.legato.language.expression.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression: what stands inside <code>{{ }}</code> or in a tag. Lines are one-based. */
public sealed interface Expr {
  int line();

  /** A number, text, boolean or null. */
  record Literal(@Nullable Object value, int line) implements Expr {}

  /** A name that stands alone: {@code inputs}. */
  record Variable(String name, int line) implements Expr {}

  /** {@code target.key} or {@code target[key]}. */
  record Attribute(Expr target, Expr key, int line) implements Expr {}

  /** A call of a function or of a macro of the same template. */
  record Invocation(String name, Arguments arguments, int line) implements Expr {}

  /** {@code input | name(arguments)}. */
  record Filtered(Expr input, String name, Arguments arguments, int line) implements Expr {}

  /** {@code value is name(arguments)}, or {@code is not} when negated. */
  record Tested(Expr value, String name, Arguments arguments, boolean negated, int line)
      implements Expr {}

  record Binary(BinaryOperation operation, Expr left, Expr right, int line) implements Expr {}

  record Unary(UnaryOperation operation, Expr operand, int line) implements Expr {}

  /** {@code condition ? yes : no}. */
  record Conditional(Expr condition, Expr yes, Expr no, int line) implements Expr {}

  record ListLiteral(List<Expr> items, int line) implements Expr {}

  /** Keys and values alternate. */
  record MapLiteral(List<Expr> keysAndValues, int line) implements Expr {}

  /** {@code block(name)}: the text of a block of the same template. */
  record BlockText(Expr name, int line) implements Expr {}

  /** The text between {@code filter} and {@code endfilter}. */
  record Captured(List<Node> body, int line) implements Expr {}

  /** The arguments of a call as written. */
  record Arguments(List<Expr> positional, List<NamedArgument> named) {
    public static final Arguments NONE = new Arguments(List.of(), List.of());

    /** Whether nothing is given. */
    public boolean isEmpty() {
      return positional.isEmpty() && named.isEmpty();
    }
  }

  record NamedArgument(String name, Expr value) {}

  /** An operator between two expressions. */
  enum BinaryOperation {
    OR,
    AND,
    EQUAL,
    NOT_EQUAL,
    LESS,
    GREATER,
    LESS_OR_EQUAL,
    GREATER_OR_EQUAL,
    CONTAINS,
    IS_IN,
    IS_NOT_IN,
    ADD,
    SUBTRACT,
    MULTIPLY,
    DIVIDE,
    REMAINDER,
    CONCATENATE,
    RANGE,
    /** {@code ??}: the left value unless null or undefined. */
    UNLESS_NULL,
    /** {@code ???}: the left value unless undefined. */
    UNLESS_UNDEFINED
  }

  /** An operator before an expression. */
  enum UnaryOperation {
    NOT,
    MINUS,
    PLUS
  }
}
