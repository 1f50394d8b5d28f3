package dev.legato.sql.search;

import dev.legato.storage.Filter;
import java.util.List;
import java.util.Optional;

/**
 * What a kind of row can be searched and sorted by.
 *
 * @param <F> the fields
 */
public interface Columns<F extends Enum<F>> {
  /** What a row must fulfil. */
  Fragment condition(Filter<F> filter);

  /** An expression to sort by; empty when the field has no order. */
  Optional<Fragment> sortedBy(F field);

  /** Constant expressions that are unique together, to tell ties apart. */
  List<String> key();

  /** Holds for all rows that a search may find; a constant. */
  default Optional<String> always() {
    return Optional.empty();
  }
}
