package dev.legato.plugins.serdes.formula;

import dev.legato.plugins.serdes.formula.Term.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A formula over records, such as {@code price * quantity}. Safe to use from any thread. */
public final class Formula {
  private final Term term;

  private Formula(Term term) {
    this.term = term;
  }

  /**
   * Reads a formula.
   *
   * @throws FormulaException when it is malformed
   */
  public static Formula parse(String text) throws FormulaException {
    return new Formula(FormulaParser.parse(text));
  }

  /**
   * The value for a record.
   *
   * @throws FormulaException when there is none
   */
  public @Nullable Object value(Map<String, ?> record) throws FormulaException {
    return value(record, List.of());
  }

  /**
   * The value for a record that several inputs have made.
   *
   * @param inputs what {@code $1} and so on stand for
   */
  public @Nullable Object value(Map<String, ?> record, List<? extends Map<String, ?>> inputs)
      throws FormulaException {
    return new Evaluation(record, inputs).of(term);
  }

  /** The name of a field when the formula is nothing else. */
  public Optional<String> singleField() {
    return term instanceof Term.Path(int input, List<Segment> segments)
            && input == 0
            && segments.size() == 1
            && segments.getFirst() instanceof Segment.Field(String name)
        ? Optional.of(name)
        : Optional.empty();
  }

  private record Evaluation(Map<String, ?> record, List<? extends Map<String, ?>> inputs) {
    @Nullable Object of(Term term) throws FormulaException {
      return switch (term) {
        case Term.Literal(Object value) -> value;
        case Term.Path path -> follow(path);
        case Term.Unary(char sign, Term inner) -> unary(sign, of(inner));
        case Term.Binary binary -> binary(binary);
        case Term.In(Term value, List<Term> choices) -> in(of(value), choices);
        case Term.Call(String function, List<Term> arguments) ->
            Functions.call(function, all(arguments));
      };
    }

    private List<@Nullable Object> all(List<Term> terms) throws FormulaException {
      List<@Nullable Object> values = new ArrayList<>();
      for (Term each : terms) {
        values.add(of(each));
      }
      return values;
    }

    private @Nullable Object follow(Term.Path path) throws FormulaException {
      if (path.input() > inputs.size()) {
        throw new FormulaException(
            "there is no input $%d; inputs can be named where there are several"
                .formatted(path.input()));
      }
      Object from = path.input() == 0 ? record : inputs.get(path.input() - 1);
      return follow(from, path.segments());
    }

    private @Nullable Object follow(@Nullable Object from, List<Segment> segments) {
      Object value = from;
      for (int i = 0; i < segments.size(); i++) {
        switch (segments.get(i)) {
          case Segment.Field(String name) ->
              value = value instanceof Map<?, ?> map ? map.get(name) : null;
          case Segment.Element(int index) ->
              value = value instanceof List<?> list && index < list.size() ? list.get(index) : null;
          case Segment.Each() -> {
            return value instanceof List<?> list
                ? each(list, segments.subList(i + 1, segments.size()))
                : null;
          }
        }
      }
      return value;
    }

    private List<@Nullable Object> each(List<?> list, List<Segment> rest) {
      List<@Nullable Object> values = new ArrayList<>();
      list.forEach(element -> values.add(follow(element, rest)));
      return values;
    }

    private static @Nullable Object unary(char sign, @Nullable Object value)
        throws FormulaException {
      if (value == null) {
        return null;
      }
      return sign == '!' ? !Functions.truth(value) : Values.decimal(value).negate();
    }

    private boolean in(@Nullable Object value, List<Term> choices) throws FormulaException {
      for (Term choice : choices) {
        if (value != null && Values.areEqual(value, of(choice))) {
          return true;
        }
      }
      return false;
    }

    private @Nullable Object binary(Term.Binary binary) throws FormulaException {
      Object left = of(binary.left());
      if (binary.sign().equals("||") || binary.sign().equals("&&")) {
        return logical(binary.sign().equals("||"), left, binary.right());
      }
      Object right = of(binary.right());
      return switch (binary.sign()) {
        case "==" -> Values.areEqual(left, right);
        case "!=" -> !Values.areEqual(left, right);
        default -> left == null || right == null ? null : computed(binary.sign(), left, right);
      };
    }

    /** What the first operand decides, the second is not asked for. */
    private @Nullable Object logical(boolean decisive, @Nullable Object left, Term right)
        throws FormulaException {
      Boolean first = left == null ? null : Functions.truth(left);
      if (first != null && first == decisive) {
        return decisive;
      }
      Object value = of(right);
      Boolean second = value == null ? null : Functions.truth(value);
      if (second != null && second == decisive) {
        return decisive;
      }
      return first == null ? null : second;
    }

    private static @Nullable Object computed(String sign, Object left, Object right)
        throws FormulaException {
      return switch (sign) {
        case ">" -> Values.compare(left, right) > 0;
        case ">=" -> Values.compare(left, right) >= 0;
        case "<" -> Values.compare(left, right) < 0;
        case "<=" -> Values.compare(left, right) <= 0;
        default -> arithmetic(sign, Values.decimal(left), Values.decimal(right));
      };
    }

    private static @Nullable BigDecimal arithmetic(String sign, BigDecimal left, BigDecimal right) {
      return switch (sign) {
        case "+" -> left.add(right);
        case "-" -> left.subtract(right);
        case "*" -> left.multiply(right);
        case "/" -> right.signum() == 0 ? null : Values.divided(left, right);
        default -> throw new IllegalStateException("Expected an operator, but got " + sign);
      };
    }
  }
}
