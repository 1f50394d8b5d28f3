package dev.legato.sql;

import dev.legato.sql.encoding.JsonText;
import dev.legato.sql.encoding.Micros;
import dev.legato.sql.encoding.StoredText;
import dev.legato.sql.search.Fragment;
import dev.legato.sql.search.KeyValueColumns;
import dev.legato.sql.search.Search;
import dev.legato.storage.Filter;
import dev.legato.storage.KeyValue;
import dev.legato.storage.KeyValueChange;
import dev.legato.storage.KeyValueEntry;
import dev.legato.storage.KeyValueField;
import dev.legato.storage.KeyValueStore;
import dev.legato.storage.KeyValueType;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Key-values in SQLite. */
final class SqlKeyValueStore implements KeyValueStore {
  private static final String COLUMNS =
      """
      k.namespace, k.key, k.type, k.value, k.description, k.revision, k.created_at, k.updated_at,
        k.expires_at
      """;

  private static final String SELECT = "select " + COLUMNS + " from key_value k";

  private static final String FIND = SELECT + " where k.namespace = ? and k.key = ?";

  private static final String COUNT = "select count(*) from key_value k";

  private static final String KEYS =
      """
      select key from key_value
      where namespace = ? and instr(key, ?) = 1 and (expires_at is null or expires_at > ?)
      order by key
      """;

  private static final String INSERT =
      """
      insert into key_value as k (
        namespace, key, type, value, description, expires_at, revision, created_at, updated_at)
      values (?, ?, ?, ?, ?, ?, 1, ?, ?)
      on conflict (namespace, key) do
      """;

  private static final String PUT =
      INSERT
          + """
          update set type = excluded.type, value = excluded.value,
            description = coalesce(excluded.description, k.description),
            expires_at = excluded.expires_at, revision = k.revision + 1,
            updated_at = excluded.updated_at
          returning
          """
          + COLUMNS.replace("k.", "");

  private static final String PUT_IF_ABSENT =
      INSERT + " nothing returning " + COLUMNS.replace("k.", "");

  private static final String DELETE = "delete from key_value where namespace = ? and key = ?";

  private static final String DELETE_EXPIRED = DELETE + " and expires_at <= ?";

  private static final String PURGE =
      "delete from key_value where rowid in (select k.rowid from key_value k";

  private final Writer writer;
  private final Readers lookups;
  private final Readers searches;
  private final InstantSource clock;

  SqlKeyValueStore(Writer writer, Readers lookups, Readers searches, InstantSource clock) {
    this.writer = writer;
    this.lookups = lookups;
    this.searches = searches;
    this.clock = clock;
  }

  @Override
  public KeyValueEntry put(KeyValueChange change) {
    return write(PUT, change)
        .orElseThrow(
            () -> new IllegalStateException("Expected a row of " + change + ", but got none"));
  }

  @Override
  public Optional<KeyValueEntry> putIfAbsent(KeyValueChange change) {
    return write(PUT_IF_ABSENT, change);
  }

  private Optional<KeyValueEntry> write(String sql, KeyValueChange change) {
    Instant now = clock.instant();
    return writer.call(
        connection -> {
          deleteExpired(connection, change, now);
          try (PreparedStatement insert = connection.prepareStatement(sql)) {
            Instant expiry = change.timeToLive() == null ? null : now.plus(change.timeToLive());
            Binder.of(insert)
                .text(change.namespace())
                .text(change.key())
                .plain(change.value().type().name())
                .plain(JsonText.encode(change.value().value()))
                .text(change.description())
                .number(Micros.ofOptional(expiry))
                .number(Micros.of(now))
                .number(Micros.of(now));
            return Rows.first(insert, SqlKeyValueStore::entry);
          }
        });
  }

  private static void deleteExpired(Connection connection, KeyValueChange change, Instant now)
      throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(DELETE_EXPIRED)) {
      Binder.of(delete)
          .text(change.namespace())
          .text(change.key())
          .number(Micros.of(now))
          .execute();
    }
  }

  @Override
  public Lookup find(String namespace, String key) {
    Optional<KeyValueEntry> entry =
        lookups.first(FIND, values -> values.text(namespace).text(key), SqlKeyValueStore::entry);
    if (entry.isEmpty()) {
      return new Lookup.Missing();
    }
    return entry.get().hasExpired(clock.instant())
        ? new Lookup.Expired(entry.get())
        : new Lookup.Found(entry.get());
  }

  @Override
  public List<String> keys(String namespace, String prefix) {
    long now = Micros.of(clock.instant());
    return lookups.all(
        KEYS,
        values -> values.text(namespace).text(prefix).number(now),
        row -> StoredText.decode(row.getString(1)));
  }

  @Override
  public Page<KeyValueEntry> search(
      List<Filter<KeyValueField>> filters, PageRequest<KeyValueField> page) {
    Search search =
        Search.of(new KeyValueColumns(), filters, page)
            .and(
                new Fragment(
                    "(k.expires_at is null or k.expires_at > ?)",
                    List.of(Micros.of(clock.instant()))));
    return searches.read(
        reader -> SearchRows.page(reader, COUNT, SELECT, search, SqlKeyValueStore::entry));
  }

  @Override
  public boolean delete(String namespace, String key) {
    long now = Micros.of(clock.instant());
    return writer.call(
        connection -> {
          try (PreparedStatement expired = connection.prepareStatement(DELETE_EXPIRED);
              PreparedStatement delete = connection.prepareStatement(DELETE)) {
            Binder.of(expired).text(namespace).text(key).number(now).execute();
            return Binder.of(delete).text(namespace).text(key).execute() == 1;
          }
        });
  }

  @Override
  public int purge(List<Filter<KeyValueField>> filters, boolean expiredOnly) {
    Search all = Search.of(new KeyValueColumns(), filters);
    Search search =
        expiredOnly
            ? all.and(new Fragment("k.expires_at <= ?", List.of(Micros.of(clock.instant()))))
            : all;
    return Deletion.inBatches(
        writer,
        PURGE + search.where() + " limit ?)",
        (statement, limit) -> {
          int bound = SearchRows.bind(statement, search.parameters());
          statement.setLong(bound + 1, limit);
        });
  }

  private static KeyValueEntry entry(ResultSet row) throws SQLException {
    return new KeyValueEntry(
        StoredText.decode(row.getString(1)),
        StoredText.decode(row.getString(2)),
        new KeyValue(
            KeyValueType.valueOf(row.getString(3)),
            Objects.requireNonNull(JsonText.decode(row.getString(4)))),
        StoredText.decodeOptional(row.getString(5)),
        row.getInt(6),
        Micros.toInstant(row.getLong(7)),
        Micros.toInstant(row.getLong(8)),
        ExecutionRows.optionalInstant(row, 9));
  }
}
