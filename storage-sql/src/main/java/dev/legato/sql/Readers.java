package dev.legato.sql;

import dev.legato.storage.StorageException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/**
 * Threads that read, each on a connection of its own. They are platform threads because a read
 * holds its thread down in native code: a virtual thread would hold up all others.
 */
final class Readers implements AutoCloseable {
  private final Path file;
  private final Duration timeout;
  private final ExecutorService threads;
  private final ConcurrentLinkedQueue<Reader> idle = new ConcurrentLinkedQueue<>();

  Readers(String name, Path file, int count, Duration timeout) {
    this.file = file;
    this.timeout = timeout;
    threads =
        Executors.newFixedThreadPool(count, Thread.ofPlatform().daemon().name(name, 0).factory());
  }

  /** What is read on a connection, inside one transaction that sees one state of all tables. */
  @FunctionalInterface
  interface Body<T> {
    T run(Reader reader) throws SQLException;
  }

  /**
   * Reads and waits for the result.
   *
   * @throws StorageException when it takes too long, waiting for a thread included
   */
  <T> T read(Body<T> body) {
    return read(body, Deadline.after(timeout));
  }

  /** All rows that one statement finds; as {@link #read}. */
  <T> List<T> all(String sql, Binder.Values values, Rows.Row<T> row) {
    return read(reader -> Rows.all(statement(reader, sql, values), row));
  }

  /** The first row that one statement finds; as {@link #read}. */
  <T> Optional<T> first(String sql, Binder.Values values, Rows.Row<T> row) {
    return read(reader -> Rows.first(statement(reader, sql, values), row));
  }

  private static PreparedStatement statement(Reader reader, String sql, Binder.Values values)
      throws SQLException {
    PreparedStatement statement = reader.prepare(sql);
    values.giveTo(Binder.of(statement));
    return statement;
  }

  <T> T readUnbounded(Body<T> body) {
    return read(body, Deadline.NEVER);
  }

  private <T> T read(Body<T> body, Deadline deadline) {
    try {
      return Futures.join(CompletableFuture.supplyAsync(() -> run(body, deadline), threads));
    } catch (RejectedExecutionException e) {
      throw new StorageException("The store is closed; nothing was read", e);
    }
  }

  private <T> T run(Body<T> body, Deadline deadline) {
    if (deadline.hasPassed()) {
      throw timedOut(null);
    }
    Reader reader = idle.poll();
    try {
      if (reader == null) {
        reader = Reader.open(file);
      }
      reader.begin(deadline);
      T result = body.run(reader);
      reader.end();
      idle.add(reader);
      return result;
    } catch (SQLException e) {
      discard(reader);
      boolean stopped = SQLiteErrorCode.SQLITE_INTERRUPT.code == e.getErrorCode();
      throw stopped || deadline.hasPassed()
          ? timedOut(e)
          : SqlFailures.of("The database refused a read", e);
    } catch (RuntimeException e) {
      discard(reader);
      throw e;
    }
  }

  private StorageException timedOut(@Nullable SQLException cause) {
    String message =
        "The database did not answer within %d ms. Narrow the search, or try again later."
            .formatted(timeout.toMillis());
    return cause == null ? new StorageException(message) : new StorageException(message, cause);
  }

  /** A connection whose read failed may be in any state: the next read opens a fresh one. */
  private static void discard(@Nullable Reader reader) {
    if (reader != null) {
      reader.close();
    }
  }

  @Override
  public void close() {
    threads.close();
    idle.forEach(Reader::close);
    idle.clear();
  }
}
