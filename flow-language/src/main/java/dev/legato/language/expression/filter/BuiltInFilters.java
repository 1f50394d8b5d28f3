package dev.legato.language.expression.filter;

import dev.legato.language.expression.runtime.Filter;
import dev.legato.language.expression.runtime.Signature;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/** Every filter of the expression language. */
public final class BuiltInFilters {
  private BuiltInFilters() {}

  /**
   * Creates the filters.
   *
   * @param zone of dates without one
   */
  public static List<Filter> all(ZoneId zone) {
    return List.of(
        Filter.of(
            Signature.of("upper", "Upper case"),
            (input, call) -> call.textInput(input).toUpperCase(Locale.ROOT)));
  }
}
