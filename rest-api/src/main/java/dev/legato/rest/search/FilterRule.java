package dev.legato.rest.search;

import dev.legato.storage.Filter.Operator;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How clients may filter by one field.
 *
 * @param value checks a value and turns it into what the storage compares with
 * @param keyed whether the field is a map, so that filters name a key
 */
public record FilterRule<F extends Enum<F>>(
    F field, Set<Operator> operators, UnaryOperator<String> value, boolean keyed) {
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
    return new FilterRule<>(field, TEXT, UnaryOperator.identity(), false);
  }

  /** A namespace, which has namespaces below it. */
  public static <F extends Enum<F>> FilterRule<F> namespace(F field) {
    return new FilterRule<>(field, NAMESPACE, UnaryOperator.identity(), false);
  }

  /** One of a few names. */
  public static <F extends Enum<F>> FilterRule<F> choice(F field, UnaryOperator<String> value) {
    return new FilterRule<>(field, CHOICE, value, false);
  }

  /** A value that is the same or not. */
  public static <F extends Enum<F>> FilterRule<F> same(F field, UnaryOperator<String> value) {
    return new FilterRule<>(field, SAME, value, false);
  }

  /** A moment or a number. */
  public static <F extends Enum<F>> FilterRule<F> ordered(F field, UnaryOperator<String> value) {
    return new FilterRule<>(field, ORDERED, value, false);
  }

  /** Labels. */
  public static <F extends Enum<F>> FilterRule<F> keyed(F field) {
    return new FilterRule<>(field, CHOICE, UnaryOperator.identity(), true);
  }

  private static Set<Operator> with(Set<Operator> operators, Operator more) {
    var all = EnumSet.copyOf(operators);
    all.add(more);
    return all;
  }
}
