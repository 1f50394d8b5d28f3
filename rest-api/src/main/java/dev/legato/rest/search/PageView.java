package dev.legato.rest.search;

import dev.legato.storage.Page;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a result.
 *
 * @param total how many there are on all pages
 */
public record PageView<T>(List<T> results, long total) {
  /** Translates what the storage found. */
  public static <S, T> PageView<T> of(Page<S> page, Function<S, T> view) {
    return new PageView<>(page.results().stream().map(view).toList(), page.total());
  }
}
