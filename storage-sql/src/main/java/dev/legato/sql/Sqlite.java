package dev.legato.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;
import org.sqlite.SQLiteConfig.TransactionMode;

/** Connections to the database file, and the settings that its promises rest on. */
final class Sqlite {
  private static final int PAGE_BYTES = 4096;
  // together 40 MiB of write-ahead log before it is copied into the database
  private static final int CHECKPOINT_PAGES = 10_000;
  private static final int MAX_WAL_BYTES_AT_REST = 48 << 20;
  private static final int WRITER_CACHE_KIB = 32 << 10;
  private static final int READER_CACHE_KIB = 4 << 10;
  private static final int BUSY_MILLIS = 10_000;
  private static final int CHECKPOINT_BUSY_MILLIS = 100;

  private Sqlite() {}

  /** The one connection that writes; not in auto-commit mode. */
  static Connection openWriter(Path file) throws SQLException {
    SQLiteConfig config = common(WRITER_CACHE_KIB);
    config.setPageSize(PAGE_BYTES);
    config.setJournalMode(JournalMode.WAL);
    config.setSynchronous(SynchronousMode.FULL);
    config.setJournalSizeLimit(MAX_WAL_BYTES_AT_REST);
    config.enforceForeignKeys(true);
    Connection connection = config.createConnection(url(file));
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma wal_autocheckpoint=" + CHECKPOINT_PAGES);
    }
    connection.setAutoCommit(false);
    return connection;
  }

  /** A connection that sees what was committed when its transaction began. */
  static Connection openReader(Path file) throws SQLException {
    SQLiteConfig config = common(READER_CACHE_KIB);
    config.setReadOnly(true);
    Connection connection = config.createConnection(url(file));
    connection.setAutoCommit(false);
    return connection;
  }

  private static SQLiteConfig common(int cacheKib) {
    var config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-cacheKib);
    config.setTempStore(TempStore.MEMORY);
    config.setTransactionMode(TransactionMode.DEFERRED);
    return config;
  }

  private static String url(Path file) {
    return "jdbc:sqlite:" + file.toAbsolutePath();
  }

  /**
   * Ends a transaction that failed and begins the next one. A full or failing disk makes SQLite
   * roll back by itself; without a new beginning, each statement would then be durable on its own.
   */
  static void rollBack(Connection connection) throws SQLException {
    try {
      connection.rollback();
    } catch (SQLException e) {
      try (Statement statement = connection.createStatement()) {
        statement.execute("begin");
      } catch (SQLException again) {
        e.addSuppressed(again);
        throw e;
      }
    }
  }

  /**
   * Moves the write-ahead log into the database and empties it, unless readers need it, or the
   * connection may only read.
   */
  static void checkpoint(Connection connection) throws SQLException {
    if (connection.isReadOnly()) {
      return;
    }
    connection.setAutoCommit(true);
    try (Statement statement = connection.createStatement()) {
      statement.execute("pragma busy_timeout=" + CHECKPOINT_BUSY_MILLIS);
      statement.execute("pragma wal_checkpoint(truncate)");
      statement.execute("pragma busy_timeout=" + BUSY_MILLIS);
    } finally {
      connection.setAutoCommit(false);
    }
  }

  /** What is wrong with the file, in SQLite's words; empty when nothing is. */
  static List<String> integrityCheck(Connection connection) throws SQLException {
    var problems = new ArrayList<String>();
    try (Statement statement = connection.createStatement()) {
      try (ResultSet row = statement.executeQuery("pragma integrity_check")) {
        while (row.next()) {
          if (!row.getString(1).equals("ok")) {
            problems.add(row.getString(1));
          }
        }
      }
      try (ResultSet row = statement.executeQuery("pragma foreign_key_check")) {
        while (row.next()) {
          problems.add(
              "A row of %s refers to a row of %s that does not exist"
                  .formatted(row.getString(1), row.getString(3)));
        }
      }
    }
    return problems;
  }
}
