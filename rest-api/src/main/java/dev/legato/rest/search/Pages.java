package dev.legato.rest.search;

import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Reads all pages of a search. */
public final class Pages {
  private Pages() {}

  /**
   * All that a search finds.
   *
   * @param order must tell any two results apart, or some could be missed
   */
  public static <T, F extends Enum<F>> List<T> all(
      List<Sort<F>> order, Function<PageRequest<F>, Page<T>> search) {
    var all = new ArrayList<T>();
    Page<T> found;
    int page = 1;
    do {
      found = search.apply(new PageRequest<>(page++, Paging.MAX_SIZE, order));
      all.addAll(found.results());
    } while (found.results().size() == Paging.MAX_SIZE);
    return all;
  }
}
