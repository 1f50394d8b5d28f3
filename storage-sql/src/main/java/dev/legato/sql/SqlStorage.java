package dev.legato.sql;

import dev.legato.storage.ChartStore;
import dev.legato.storage.DashboardStore;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.FlowStore;
import dev.legato.storage.KeyValueStore;
import dev.legato.storage.LogStore;
import dev.legato.storage.MetricStore;
import dev.legato.storage.NamespaceStore;
import dev.legato.storage.SecretStore;
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
import org.jspecify.annotations.Nullable;

/**
 * All ports over one SQLite file, for one process. What was reported as durable survives the end of
 * the process and of the machine's power.
 */
public final class SqlStorage implements Storage {
  private static final String FILE = "legato.db";

  private final @Nullable Hold hold;
  private final Writer writer;
  private final Readers lookups;
  private final Readers searches;
  private final SqlExecutionStore executions;
  private final SqlFlowStore flows;
  private final SqlLogStore logs;
  private final SqlMetricStore metrics;
  private final SqlKeyValueStore keyValues;
  private final SqlTemplateStore templates;
  private final SqlSecretStore secrets;
  private final SqlTriggerStore triggers;
  private final SqlNamespaceStore namespaces;
  private final SqlChartStore charts;
  private final SqlDashboardStore dashboards;

  /** A place that is this process's own. */
  private record Hold(DirectoryLock lock, UseMark mark, boolean wasClosed) {
    static Hold of(DirectoryLock lock, Path file) {
      UseMark mark = UseMark.in(file.resolveSibling("in-use"));
      return new Hold(lock, mark, mark.set());
    }
  }

  private SqlStorage(
      @Nullable Hold hold, Writer writer, Path file, SqlConfig config, InstantSource clock) {
    this.hold = hold;
    this.writer = writer;
    lookups = new Readers("legato-sql-lookup", file, config.lookupThreads(), config.readTimeout());
    searches = new Readers("legato-sql-search", file, config.searchThreads(), config.readTimeout());
    executions = new SqlExecutionStore(writer, lookups, searches, clock);
    flows = new SqlFlowStore(writer, lookups, searches);
    logs = new SqlLogStore(writer, lookups, searches);
    metrics = new SqlMetricStore(writer, lookups, searches);
    keyValues = new SqlKeyValueStore(writer, lookups, searches, clock);
    templates = new SqlTemplateStore(writer, lookups, searches);
    triggers = new SqlTriggerStore(writer, lookups, searches);
    secrets = new SqlSecretStore(writer, lookups, clock);
    namespaces = new SqlNamespaceStore(writer, lookups);
    charts = new SqlChartStore(searches, clock);
    dashboards = new SqlDashboardStore(writer, lookups, searches);
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
      ExecutionRemoval.finish(writer);
      return new SqlStorage(Hold.of(lock, file), writer, file, config, clock);
    } catch (SQLException e) {
      lock.close();
      throw SqlFailures.of(
          "Cannot open the database in '%s'".formatted(dataDirectory.toAbsolutePath()), e);
    } catch (StorageException e) {
      lock.close();
      throw e;
    }
  }

  /**
   * Opens the database of a directory to look at it, also while a server uses it. Whatever would
   * change something fails.
   *
   * @throws StorageException when there is no database, when another version of Legato has written
   *     it, or when the disk fails
   */
  public static SqlStorage openToRead(Path dataDirectory, SqlConfig config, InstantSource clock) {
    Path file = dataDirectory.resolve(FILE);
    if (!Files.exists(file)) {
      throw new StorageException(
          "There is no database in '%s'; name the directory that a server has as --data"
              .formatted(dataDirectory.toAbsolutePath()));
    }
    try {
      Connection connection = Sqlite.openReader(file);
      try {
        new Migrations(Migrations.SQLITE, clock).verify(connection);
        return new SqlStorage(null, new Writer(connection, config), file, config, clock);
      } catch (SQLException | StorageException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw SqlFailures.of(
          "Cannot read the database in '%s'".formatted(dataDirectory.toAbsolutePath()), e);
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
  public SecretStore secrets() {
    return secrets;
  }

  @Override
  public NamespaceStore namespaces() {
    return namespaces;
  }

  @Override
  public ChartStore charts() {
    return charts;
  }

  @Override
  public DashboardStore dashboards() {
    return dashboards;
  }

  @Override
  public boolean wasClosed() {
    return hold == null || hold.wasClosed();
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
    if (hold == null) {
      writer.close();
      return;
    }
    try {
      writer.close();
      hold.mark().clear();
    } finally {
      hold.lock().close();
    }
  }
}
