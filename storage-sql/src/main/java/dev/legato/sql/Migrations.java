package dev.legato.sql;

import dev.legato.sql.encoding.Micros;
import dev.legato.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;

/**
 * Brings a database to the schema of this version, one numbered file after the other, each in one
 * transaction together with the note that it was applied: a crash in between repeats nothing.
 */
final class Migrations {
  /** In the order of their numbers, which start at 1 and leave none out. */
  static final List<String> SQLITE =
      List.of(
          "0001_executions_flows_logs",
          "0002_key_values",
          "0003_callers_variables_ends",
          "0004_metrics_by_flow",
          "0005_templates",
          "0006_triggers",
          "0007_secrets",
          "0008_templates_of_executions",
          "0009_log_triggers",
          "0010_flow_triggers",
          "0011_namespaces",
          "0012_breakpoints_and_chains",
          "0013_charts",
          "0014_dashboards",
          "0015_kinds",
          "0016_leaving");

  static final String FOLDER = "/migrations/sqlite/";

  private static final String CREATE =
      """
      create table if not exists schema_version (
        version integer primary key,
        name text not null,
        checksum text not null,
        applied_at integer not null)
      """;

  private static final String INSERT =
      "insert into schema_version (version, name, checksum, applied_at) values (?, ?, ?, ?)";

  private final List<String> names;
  private final InstantSource clock;

  Migrations(List<String> names, InstantSource clock) {
    this.names = names;
    this.clock = clock;
  }

  /** Needs a connection that is not in auto-commit mode. */
  void apply(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.executeUpdate(CREATE);
      connection.commit();
      int applied = check(statement);
      for (int version = applied + 1; version <= names.size(); version++) {
        String name = names.get(version - 1);
        String script = read(name);
        statement.executeUpdate(script);
        note(connection, version, name, checksum(script));
        connection.commit();
      }
    }
  }

  /** Refuses a database that lacks some of the migrations; changes nothing. */
  void verify(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      int applied = check(statement);
      if (applied < names.size()) {
        throw new StorageException(
            "The database was written by an older Legato (its schema has version %d, this one needs %d). Start a server of this version with it once."
                .formatted(applied, names.size()));
      }
    } finally {
      connection.rollback();
    }
  }

  /** How many were applied; refuses a database that other migrations have made. */
  private int check(Statement statement) throws SQLException {
    int applied = 0;
    try (ResultSet row =
        statement.executeQuery("select version, name, checksum from schema_version order by 1")) {
      while (row.next()) {
        applied = row.getInt(1);
        if (applied > names.size()) {
          throw new StorageException(
              "The database was written by a newer Legato (its schema has version %d '%s', this server knows %d). Start that newer version, or restore a backup made before the upgrade."
                  .formatted(applied, row.getString(2), names.size()));
        }
        String name = names.get(applied - 1);
        if (!row.getString(2).equals(name) || !row.getString(3).equals(checksum(read(name)))) {
          throw new StorageException(
              "Migration %d of the database was applied as '%s' with other content than this server's '%s'. Start the release that made this database, or restore a backup."
                  .formatted(applied, row.getString(2), name));
        }
      }
    }
    return applied;
  }

  private void note(Connection connection, int version, String name, String checksum)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      insert.setInt(1, version);
      insert.setString(2, name);
      insert.setString(3, checksum);
      insert.setLong(4, Micros.of(clock.instant()));
      insert.executeUpdate();
    }
  }

  private static String read(String name) {
    try (InputStream file = Migrations.class.getResourceAsStream(FOLDER + name + ".sql")) {
      if (file == null) {
        throw new IllegalStateException(
            "Expected a migration file %s%s.sql, but there is none".formatted(FOLDER, name));
      }
      // the same text on every system, whatever line ends a checkout made
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String checksum(String script) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Expected every JDK to know SHA-256, but it does not", e);
    }
  }
}
