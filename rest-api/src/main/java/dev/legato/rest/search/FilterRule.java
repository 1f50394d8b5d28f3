package dev.legato.rest.search;

import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How clients may filter by one field.
 *
 * @param value checks a value and turns it into what the storage compares with
 * @param keyed whether the field is a map, so that filters name a key
 * @param meaning of a condition for the storage
 */
public record FilterRule<F extends Enum<F>>(
    F field,
    Set<Operator> operators,
    UnaryOperator<String> value,
    boolean keyed,
    UnaryOperator<Filter<F>> meaning) {
  private static final Set<Operator> TEXT =
      EnumSet.of(
          Operator.EQUALS,
          Operator.NOT_EQUALS,
          Operator.CONTAINS,
          Operator.STARTS_WITH,
          Operator.ENDS_WITH,
          Operator.REGEX,
          Operator.IN,
          Operator.NOT_IN);
  private static final Set<Operator> NAMESPACE = with(TEXT, Operator.PREFIX);
  private static final Set<Operator> CHOICE =
      EnumSet.of(Operator.EQUALS, Operator.NOT_EQUALS, Operator.IN, Operator.NOT_IN);
  private static final Set<Operator> SAME = EnumSet.of(Operator.EQUALS, Operator.NOT_EQUALS);
  private static final Set<Operator> ORDERED =
      EnumSet.of(
          Operator.EQUALS,
          Operator.NOT_EQUALS,
          Operator.GREATER_THAN,
          Operator.GREATER_THAN_OR_EQUAL_TO,
          Operator.LESS_THAN,
          Operator.LESS_THAN_OR_EQUAL_TO);

  /** An id. */
  public static <F extends Enum<F>> FilterRule<F> text(F field) {
    return new FilterRule<>(field, TEXT, UnaryOperator.identity(), false, UnaryOperator.identity());
  }

  /** A namespace, which has namespaces below it. */
  public static <F extends Enum<F>> FilterRule<F> namespace(F field) {
    return new FilterRule<>(
        field, NAMESPACE, UnaryOperator.identity(), false, UnaryOperator.identity());
  }

  /** One of a few names. */
  public static <F extends Enum<F>> FilterRule<F> choice(F field, UnaryOperator<String> value) {
    return new FilterRule<>(field, CHOICE, value, false, UnaryOperator.identity());
  }

  /** A value that is the same or not. */
  public static <F extends Enum<F>> FilterRule<F> same(F field, UnaryOperator<String> value) {
    return new FilterRule<>(field, SAME, value, false, UnaryOperator.identity());
  }

  /** A moment or a number. */
  public static <F extends Enum<F>> FilterRule<F> ordered(F field, UnaryOperator<String> value) {
    return new FilterRule<>(field, ORDERED, value, false, UnaryOperator.identity());
  }

  /** Labels. */
  public static <F extends Enum<F>> FilterRule<F> keyed(F field) {
    return new FilterRule<>(
        field, CHOICE, UnaryOperator.identity(), true, UnaryOperator.identity());
  }

  /** One of a few names, each of which stands for a condition of its own. */
  public static <F extends Enum<F>> FilterRule<F> meaning(
      F field, UnaryOperator<Filter<F>> meaning) {
    return new FilterRule<>(
        field, EnumSet.of(Operator.EQUALS), UnaryOperator.identity(), false, meaning);
  }

  private static Set<Operator> with(Set<Operator> operators, Operator more) {
    var all = EnumSet.copyOf(operators);
    all.add(more);
    return all;
  }
}
