package dev.legato.sql;

import dev.legato.storage.ExecutionStore;
import dev.legato.storage.FlowStore;
import dev.legato.storage.KeyValueStore;
import dev.legato.storage.LogStore;
import dev.legato.storage.MetricStore;
import dev.legato.storage.Storage;
import dev.legato.storage.StorageException;
import dev.legato.storage.TemplateStore;
import dev.legato.storage.TriggerStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;

/**
 * All ports over one SQLite file, for one process. What was reported as durable survives the end of
 * the process and of the machine's power.
 */
public final class SqlStorage implements Storage {
  private static final String FILE = "legato.db";

  private final DirectoryLock lock;
  private final Writer writer;
  private final Readers lookups;
  private final Readers searches;
  private final SqlExecutionStore executions;
  private final SqlFlowStore flows;
  private final SqlLogStore logs;
  private final SqlMetricStore metrics;
  private final SqlKeyValueStore keyValues;
  private final SqlTemplateStore templates;
  private final SqlTriggerStore triggers;
  private final UseMark mark;
  private final boolean wasClosed;

  private SqlStorage(
      DirectoryLock lock, Writer writer, Path file, SqlConfig config, InstantSource clock) {
    this.lock = lock;
    this.writer = writer;
    this.mark = UseMark.in(file.resolveSibling("in-use"));
    this.wasClosed = mark.set();
    lookups = new Readers("legato-sql-lookup", file, config.lookupThreads(), config.readTimeout());
    searches = new Readers("legato-sql-search", file, config.searchThreads(), config.readTimeout());
    executions = new SqlExecutionStore(writer, lookups, searches, clock);
    flows = new SqlFlowStore(writer, lookups, searches);
    logs = new SqlLogStore(writer, lookups, searches);
    metrics = new SqlMetricStore(writer, lookups, searches);
    keyValues = new SqlKeyValueStore(writer, lookups, searches, clock);
    templates = new SqlTemplateStore(writer, lookups, searches);
    triggers = new SqlTriggerStore(writer, lookups, searches);
  }

  /**
   * Opens the database of a directory; makes both when they do not exist, and brings an older
   * database to the schema of this version.
   *
   * @throws StorageException when another process uses the directory, when a newer version of
   *     Legato has written the database, or when the disk fails
   */
  public static SqlStorage open(Path dataDirectory, SqlConfig config, InstantSource clock) {
    createDirectory(dataDirectory);
    DirectoryLock lock = DirectoryLock.take(dataDirectory);
    try {
      Path file = dataDirectory.resolve(FILE);
      Writer writer = openWriter(file, config, clock);
      return new SqlStorage(lock, writer, file, config, clock);
    } catch (SQLException e) {
      lock.close();
      throw SqlFailures.of(
          "Cannot open the database in '%s'".formatted(dataDirectory.toAbsolutePath()), e);
    } catch (StorageException e) {
      lock.close();
      throw e;
    }
  }

  private static void createDirectory(Path directory) {
    try {
      Files.createDirectories(directory);
    } catch (IOException e) {
      throw new StorageException(
          "Cannot create the data directory '%s'".formatted(directory.toAbsolutePath()), e);
    }
  }

  private static Writer openWriter(Path file, SqlConfig config, InstantSource clock)
      throws SQLException {
    Connection connection = Sqlite.openWriter(file);
    try {
      new Migrations(Migrations.SQLITE, clock).apply(connection);
      return new Writer(connection, config);
    } catch (SQLException | StorageException e) {
      connection.close();
      throw e;
    }
  }

  @Override
  public ExecutionStore executions() {
    return executions;
  }

  @Override
  public FlowStore flows() {
    return flows;
  }

  @Override
  public LogStore logs() {
    return logs;
  }

  @Override
  public MetricStore metrics() {
    return metrics;
  }

  @Override
  public KeyValueStore keyValues() {
    return keyValues;
  }

  @Override
  public TemplateStore templates() {
    return templates;
  }

  @Override
  public TriggerStore triggers() {
    return triggers;
  }

  @Override
  public boolean wasClosed() {
    return wasClosed;
  }

  /**
   * Reads the whole database and reports what is damaged; empty when nothing is. Takes a while, and
   * is not bounded in time.
   */
  public List<String> integrityCheck() {
    return searches.readUnbounded(reader -> Sqlite.integrityCheck(reader.connection()));
  }

  @Override
  public void close() {
    searches.close();
    lookups.close();
    try {
      writer.close();
      mark.clear();
    } finally {
      lock.close();
    }
  }
}
