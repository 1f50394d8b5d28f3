package dev.legato.sql;

import dev.legato.sql.encoding.Micros;
import dev.legato.sql.encoding.StoredText;
import dev.legato.storage.SealedSecret;
import dev.legato.storage.SecretChange;
import dev.legato.storage.SecretStore;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Sealed secrets in SQLite. */
final class SqlSecretStore implements SecretStore {
  private static final String COLUMNS =
      "namespace, key, sealed, description, revision, created_at, updated_at";

  private static final String ALL = "select " + COLUMNS + " from secret order by namespace, key";

  private static final String FIND =
      "select " + COLUMNS + " from secret where namespace = ? and key = ?";

  private static final String PUT =
      """
      insert into secret as s (
        namespace, key, sealed, description, revision, created_at, updated_at)
      values (?, ?, ?, ?, 1, ?, ?)
      on conflict (namespace, key) do update set
        sealed = excluded.sealed, description = coalesce(excluded.description, s.description),
        revision = s.revision + (s.sealed <> excluded.sealed), updated_at = excluded.updated_at
      returning
      """
          + COLUMNS;

  private static final String RESEAL =
      "update secret set sealed = ? where namespace = ? and key = ? and sealed = ?";

  private static final String DELETE = "delete from secret where namespace = ? and key = ?";

  private final Writer writer;
  private final Readers lookups;
  private final InstantSource clock;

  SqlSecretStore(Writer writer, Readers lookups, InstantSource clock) {
    this.writer = writer;
    this.lookups = lookups;
    this.clock = clock;
  }

  @Override
  public SealedSecret put(SecretChange change) {
    long now = Micros.of(clock.instant());
    return writer
        .call(
            connection -> {
              try (PreparedStatement put = connection.prepareStatement(PUT)) {
                Binder.of(put)
                    .text(change.namespace())
                    .text(change.key())
                    .plain(change.sealed())
                    .text(change.description())
                    .number(now)
                    .number(now);
                return Rows.first(put, SqlSecretStore::secret);
              }
            })
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Expected a row of the secret '%s', but got none".formatted(change.key())));
  }

  @Override
  public Optional<SealedSecret> find(String namespace, String key) {
    return lookups.first(FIND, values -> values.text(namespace).text(key), SqlSecretStore::secret);
  }

  @Override
  public List<SealedSecret> all() {
    return lookups.read(reader -> Rows.all(reader.prepare(ALL), SqlSecretStore::secret));
  }

  @Override
  public boolean reseal(SealedSecret before, String sealed) {
    return writer.execute(
            RESEAL,
            values ->
                values
                    .plain(sealed)
                    .text(before.namespace())
                    .text(before.key())
                    .plain(before.sealed()))
        == 1;
  }

  @Override
  public boolean delete(String namespace, String key) {
    return writer.execute(DELETE, values -> values.text(namespace).text(key)) == 1;
  }

  private static SealedSecret secret(ResultSet row) throws SQLException {
    return new SealedSecret(
        StoredText.decode(row.getString(1)),
        StoredText.decode(row.getString(2)),
        row.getString(3),
        StoredText.decodeOptional(row.getString(4)),
        row.getInt(5),
        Micros.toInstant(row.getLong(6)),
        Micros.toInstant(row.getLong(7)));
  }
}
