package dev.legato.sql.search;

import java.util.List;

/**
 * A piece of SQL with the values bound to it.
 *
 * @param sql made of constants only, with a question mark for each parameter
 * @param parameters texts and whole numbers
 */
public record Fragment(String sql, List<Object> parameters) {
  static Fragment of(String sql, Object... parameters) {
    return new Fragment(sql, List.of(parameters));
  }
}
