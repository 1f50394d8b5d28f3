package dev.legato.sql;

import dev.legato.sql.search.ChartSelect;
import dev.legato.sql.search.Fragment;
import dev.legato.storage.ChartQuery;
import dev.legato.storage.ChartRows;
import dev.legato.storage.ChartStore;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Figures from SQLite. */
final class SqlChartStore implements ChartStore {
  /** A chart of more pieces could not be read. */
  private static final int MAX_GROUPS = 10_000;

  private final Readers searches;
  private final InstantSource clock;

  SqlChartStore(Readers searches, InstantSource clock) {
    this.searches = searches;
    this.clock = clock;
  }

  @Override
  public ChartRows run(ChartQuery query) {
    var select = new ChartSelect(query, clock.instant());
    return searches.read(
        reader -> query.isGrouped() ? groups(reader, query, select) : page(reader, query, select));
  }

  /** Groups have to be made to be counted, so they are made once. */
  private static ChartRows groups(Reader reader, ChartQuery query, ChartSelect select)
      throws SQLException {
    List<List<@Nullable Object>> all = rows(reader, query, select, MAX_GROUPS, 0);
    int from = (int) Math.min(query.offset(), all.size());
    int to = Math.min(from + query.limit(), all.size());
    return new ChartRows(List.copyOf(all.subList(from, to)), all.size());
  }

  private static ChartRows page(Reader reader, ChartQuery query, ChartSelect select)
      throws SQLException {
    Fragment count = select.count();
    PreparedStatement counting = reader.prepare(count.sql());
    SearchRows.bind(counting, count.parameters());
    long total = Rows.first(counting, row -> row.getLong(1)).orElseThrow();
    return new ChartRows(rows(reader, query, select, query.limit(), query.offset()), total);
  }

  private static List<List<@Nullable Object>> rows(
      Reader reader, ChartQuery query, ChartSelect select, int limit, long offset)
      throws SQLException {
    Fragment rows = select.rows();
    PreparedStatement selecting = reader.prepare(rows.sql() + " limit ? offset ?");
    var parameters = new ArrayList<Object>(rows.parameters());
    parameters.add(limit);
    parameters.add(offset);
    SearchRows.bind(selecting, parameters);
    return Rows.all(
        selecting,
        row -> {
          var values = new ArrayList<@Nullable Object>(query.columns().size());
          for (int i = 0; i < query.columns().size(); i++) {
            values.add(select.value(i, row.getObject(i + 1)));
          }
          return values;
        });
  }
}
