package dev.legato.storage;

import java.util.List;

/**
 * Which part of a result is wanted, in which order.
 *
 * @param page from 1
 * @param size at least 1
 * @param sort most important first; ties are broken by id
 * @param <F> the fields of what is searched
 */
public record PageRequest<F extends Enum<F>>(int page, int size, List<Sort<F>> sort) {
  /** A field to sort by. */
  public record Sort<F extends Enum<F>>(F field, boolean descending) {}

  public long offset() {
    return (page - 1L) * size;
  }
}
