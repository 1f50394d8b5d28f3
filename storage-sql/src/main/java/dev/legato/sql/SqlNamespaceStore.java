package dev.legato.sql;

import dev.legato.sql.encoding.JsonText;
import dev.legato.sql.encoding.Micros;
import dev.legato.sql.encoding.StoredText;
import dev.legato.storage.NamespaceStore;
import dev.legato.storage.StoredNamespace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/** What people have said about namespaces, in SQLite. */
final class SqlNamespaceStore implements NamespaceStore {
  private static final String ALL =
      "select id, description, variables, created_at, updated_at from namespace order by id";

  private static final String ADD =
      """
      insert into namespace (id, description, variables, created_at, updated_at)
      values (?, ?, ?, ?, ?)
      on conflict (id) do\s""";

  private static final String UNLESS_THERE = ADD + "nothing";

  private static final String REPLACE =
      ADD
          + """
          update set
            description = excluded.description, variables = excluded.variables,
            updated_at = excluded.updated_at
          """;

  private static final String DELETE = "delete from namespace where id = ?";

  private final Writer writer;
  private final Readers lookups;

  SqlNamespaceStore(Writer writer, Readers lookups) {
    this.writer = writer;
    this.lookups = lookups;
  }

  @Override
  public List<StoredNamespace> all() {
    return lookups.read(reader -> Rows.all(reader.prepare(ALL), SqlNamespaceStore::namespace));
  }

  @Override
  public boolean add(StoredNamespace namespace) {
    return write(UNLESS_THERE, namespace) == 1;
  }

  @Override
  public void put(StoredNamespace namespace) {
    write(REPLACE, namespace);
  }

  private int write(String sql, StoredNamespace namespace) {
    return writer.execute(
        sql,
        values ->
            values
                .text(namespace.id())
                .text(namespace.description())
                .plain(JsonText.encodeUnlessEmpty(namespace.variables()))
                .number(Micros.of(namespace.createdAt()))
                .number(Micros.of(namespace.updatedAt())));
  }

  @Override
  public boolean delete(String id) {
    return writer.execute(DELETE, values -> values.text(id)) == 1;
  }

  private static StoredNamespace namespace(ResultSet row) throws SQLException {
    return new StoredNamespace(
        StoredText.decode(row.getString(1)),
        StoredText.decodeOptional(row.getString(2)),
        JsonText.decodeMap(row.getString(3)),
        Micros.toInstant(row.getLong(4)),
        Micros.toInstant(row.getLong(5)));
  }
}
