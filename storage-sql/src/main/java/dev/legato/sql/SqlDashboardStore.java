package dev.legato.sql;

import dev.legato.sql.encoding.Micros;
import dev.legato.sql.encoding.StoredText;
import dev.legato.sql.search.DashboardColumns;
import dev.legato.sql.search.Search;
import dev.legato.storage.DashboardField;
import dev.legato.storage.DashboardStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.StoredDashboard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Dashboards in SQLite. */
final class SqlDashboardStore implements DashboardStore {
  private static final String SELECT =
      "select d.id, d.title, d.source, d.created_at, d.updated_at from dashboard d";

  private static final String FIND = SELECT + " where d.id = ?";

  private static final String COUNT = "select count(*) from dashboard d";

  private static final String INSERT =
      """
      insert into dashboard (id, title, source, created_at, updated_at) values (?, ?, ?, ?, ?)
      on conflict (id) do nothing
      """;

  private static final String UPDATE =
      "update dashboard set title = ?, source = ?, updated_at = ? where id = ?";

  private static final String DELETE = "delete from dashboard where id = ?";

  private final Writer writer;
  private final Readers lookups;
  private final Readers searches;

  SqlDashboardStore(Writer writer, Readers lookups, Readers searches) {
    this.writer = writer;
    this.lookups = lookups;
    this.searches = searches;
  }

  @Override
  public Optional<StoredDashboard> find(String id) {
    return lookups.first(FIND, values -> values.text(id), SqlDashboardStore::dashboard);
  }

  @Override
  public Page<StoredDashboard> search(
      List<Filter<DashboardField>> filters, PageRequest<DashboardField> page) {
    Search search = Search.of(new DashboardColumns(), filters, page);
    return searches.read(
        reader -> SearchRows.page(reader, COUNT, SELECT, search, SqlDashboardStore::dashboard));
  }

  @Override
  public boolean add(StoredDashboard dashboard) {
    return writer.execute(
            INSERT,
            values ->
                values
                    .text(dashboard.id())
                    .text(dashboard.title())
                    .text(dashboard.source())
                    .number(Micros.of(dashboard.createdAt()))
                    .number(Micros.of(dashboard.updatedAt())))
        == 1;
  }

  @Override
  public boolean update(StoredDashboard dashboard) {
    return writer.execute(
            UPDATE,
            values ->
                values
                    .text(dashboard.title())
                    .text(dashboard.source())
                    .number(Micros.of(dashboard.updatedAt()))
                    .text(dashboard.id()))
        == 1;
  }

  @Override
  public boolean delete(String id) {
    return writer.execute(DELETE, values -> values.text(id)) == 1;
  }

  private static StoredDashboard dashboard(ResultSet row) throws SQLException {
    return new StoredDashboard(
        StoredText.decode(row.getString(1)),
        StoredText.decode(row.getString(2)),
        StoredText.decode(row.getString(3)),
        Micros.toInstant(row.getLong(4)),
        Micros.toInstant(row.getLong(5)));
  }
}
