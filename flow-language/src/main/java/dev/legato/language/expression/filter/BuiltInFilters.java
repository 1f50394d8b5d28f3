package dev.legato.language.expression.filter;

import dev.legato.language.expression.jq.Jq;
import dev.legato.language.expression.runtime.Filter;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** Every filter of the expression language. */
public final class BuiltInFilters {
  private BuiltInFilters() {}

  /**
   * Creates the filters.
   *
   * @param zone of dates without one
   */
  public static List<Filter> all(ZoneId zone) {
    return Stream.of(
            TextFilters.all(),
            ReplaceFilters.all(),
            ListFilters.all(),
            NumberFilters.all(),
            EncodingFilters.all(),
            DateFilters.all(zone),
            List.<Filter>of(new Jq()))
        .flatMap(List::stream)
        .toList();
  }
}
