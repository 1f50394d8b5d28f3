package dev.legato.sql;

import dev.legato.sql.search.Search;
import dev.legato.storage.Page;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Runs searches. */
final class SearchRows {
  private SearchRows() {}

  /**
   * One page and the number of all results.
   *
   * @param count {@code select count(*) from …}
   * @param select {@code select … from …}
   */
  static <T> Page<T> page(
      Reader reader, String count, String select, Search search, Rows.Row<T> row)
      throws SQLException {
    PreparedStatement counting = reader.prepare(count + search.where());
    bind(counting, search.parameters());
    long total = Rows.first(counting, result -> result.getLong(1)).orElseThrow();
    if (search.offset() >= total) {
      return new Page<>(List.of(), total); // skips no rows one by one to find that there are none
    }
    PreparedStatement selecting =
        reader.prepare(select + search.where() + search.orderBy().sql() + " limit ? offset ?");
    var parameters = new ArrayList<Object>(search.parameters());
    parameters.addAll(search.orderBy().parameters());
    parameters.add(search.limit());
    parameters.add(search.offset());
    bind(selecting, parameters);
    return new Page<>(Rows.all(selecting, row), total);
  }

  /** Binds texts and whole numbers; how many there were. */
  static int bind(PreparedStatement statement, List<Object> parameters) throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameters.get(i));
    }
    return parameters.size();
  }
}
