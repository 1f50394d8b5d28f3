package dev.legato.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One condition of a search; all conditions of a search must hold.
 *
 * @param values what to compare with; several for IN and NOT_IN, one for all others; instants in
 *     ISO-8601; an empty text EQUALS what is absent
 * @param key which entry, for fields that are maps such as labels
 * @param <F> the fields of what is searched
 */
public record Filter<F extends Enum<F>>(
    F field, Operator operator, List<String> values, @Nullable String key) {
  public static <F extends Enum<F>> Filter<F> of(F field, Operator operator, String... values) {
    return new Filter<>(field, operator, List.of(values), null);
  }

  /** How a field is compared. */
  public enum Operator {
    EQUALS,
    NOT_EQUALS,
    IN,
    NOT_IN,
    GREATER_THAN,
    GREATER_THAN_OR_EQUAL_TO,
    LESS_THAN,
    LESS_THAN_OR_EQUAL_TO,
    STARTS_WITH,
    ENDS_WITH,
    CONTAINS,
    /** The namespace itself or one below it. */
    PREFIX,
    REGEX
  }
}
