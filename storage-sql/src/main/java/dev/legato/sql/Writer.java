package dev.legato.sql;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.log.LogEntry;
import dev.legato.storage.ShardLease;
import dev.legato.storage.StorageException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The only thread that writes. It takes all that waits, writes it in one transaction, and then
 * tells everyone in the order of their calls.
 *
 * <p>When a part of a group cannot be written, the transaction is rolled back and every part is
 * written in a transaction of its own, so that one bad batch fails alone. A failed commit or a
 * failing disk is never tried again: its outcome is not known.
 */
final class Writer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  private final WriteQueue queue;
  private final Connection connection;
  private final CommitStatements commits;
  private final EntryStatements entries;
  private final Duration checkpointAfterIdle;

  /** The last lease of each shard that failed to write; older ones are stale anyway. */
  private final Map<Integer, ShardLease> broken = new HashMap<>();

  private final List<Consumer<Set<ExecutionId>>> listeners = new CopyOnWriteArrayList<>();
  private final Thread thread;

  Writer(Connection connection, SqlConfig config) throws SQLException {
    this.connection = connection;
    RegexFunction.install(connection);
    queue = new WriteQueue(config.waitingLogBytes());
    entries = new EntryStatements(connection);
    commits = new CommitStatements(connection, entries);
    checkpointAfterIdle = config.checkpointAfterIdle();
    thread = Thread.ofPlatform().name("legato-sql-writer").start(this::run);
  }

  /** Writes later; completes on the writer's thread. */
  void add(Write write) {
    queue.add(write);
  }

  /** Writes later; waits while too much waits already. */
  void addWhenRoom(Write write, long bytes) {
    if (thread.equals(Thread.currentThread())) {
      queue.add(write); // called by someone whom a commit was reported to: must not wait for itself
    } else {
      queue.addWhenRoom(write, bytes);
    }
  }

  /** Writes and waits until it is durable. */
  <T> T call(Write.Body<T> body) {
    if (thread.equals(Thread.currentThread())) {
      throw new IllegalStateException(
          "Expected a call from another thread, but the store's writer would wait for itself");
    }
    var done = new CompletableFuture<T>();
    queue.add(new Write.Call<>(body, done));
    return Futures.join(done);
  }

  /** Runs one statement and waits until it is durable; how many rows changed. */
  int execute(String sql, Binder.Values values) {
    return call(
        connection -> {
          try (PreparedStatement statement = connection.prepareStatement(sql)) {
            values.giveTo(Binder.of(statement));
            return statement.executeUpdate();
          }
        });
  }

  /** The lease of a shard's new owner. */
  ShardLease acquire(int shard) {
    return call(_ -> commits.acquire(shard));
  }

  private void run() {
    boolean checkpointed = true;
    while (!queue.isDrained()) {
      try {
        List<Write> group = checkpointed ? queue.take() : queue.take(checkpointAfterIdle);
        checkpointed = group.isEmpty();
        if (group.isEmpty()) {
          Sqlite.checkpoint(connection);
        } else {
          write(group);
        }
      } catch (InterruptedException e) {
        queue.close(); // nobody interrupts it; if so, it drains and ends
      } catch (SQLException | RuntimeException e) {
        LOG.atWarn().setCause(e).log("could not empty the write-ahead log, will try again later");
      }
    }
  }

  private void write(List<Write> group) {
    List<Write> allowed = group.stream().filter(this::mayBeWritten).toList();
    if (allowed.isEmpty()) {
      return;
    }
    var results = new Object[allowed.size()];
    try {
      for (int i = 0; i < results.length; i++) {
        results[i] = writePart(allowed.get(i));
      }
    } catch (SQLException | RuntimeException | StackOverflowError e) {
      rollBack();
      if (allowed.size() == 1 || SqlFailures.isDiskTrouble(e)) {
        allowed.forEach(part -> fail(part, e));
      } else {
        allowed.forEach(part -> write(List.of(part)));
      }
      return;
    }
    try {
      connection.commit();
    } catch (SQLException | RuntimeException e) {
      rollBack();
      allowed.forEach(part -> fail(part, e));
      return;
    }
    for (int i = 0; i < results.length; i++) {
      complete(allowed.get(i), results[i]);
    }
    tell(allowed);
  }

  /** Calls a listener on the writer's thread with the executions that have new log lines. */
  void listen(Consumer<Set<ExecutionId>> listener) {
    listeners.add(listener);
  }

  private void tell(List<Write> written) {
    if (listeners.isEmpty()) {
      return;
    }
    var executions = new HashSet<ExecutionId>();
    for (Write write : written) {
      for (LogEntry line : write.lines()) {
        ExecutionId execution = line.execution();
        if (execution != null) {
          executions.add(execution);
        }
      }
    }
    if (executions.isEmpty()) {
      return;
    }
    for (Consumer<Set<ExecutionId>> listener : listeners) {
      try {
        listener.accept(executions);
      } catch (RuntimeException e) {
        LOG.atError().setCause(e).log("a listener to log lines failed");
      }
    }
  }

  /** Fails a commit at once when an earlier one of its lease was not written. */
  private boolean mayBeWritten(Write write) {
    if (write instanceof Write.Commit(var batch, var done) && isBroken(batch.lease())) {
      done.completeExceptionally(
          new StorageException(
              "An earlier commit of shard %d failed; nothing is written under epoch %d any more. Acquire the shard again."
                  .formatted(batch.lease().shard(), batch.lease().epoch())));
      return false;
    }
    return true;
  }

  private boolean isBroken(ShardLease lease) {
    return lease.equals(broken.get(lease.shard()));
  }

  private @Nullable Object writePart(Write write) throws SQLException {
    switch (write) {
      case Write.Commit commit -> commits.write(commit.batch());
      case Write.Logs logs -> entries.writeLogs(logs.entries());
      case Write.Metrics metrics -> entries.writeMetrics(metrics.entries());
      case Write.Call<?> call -> {
        return call.body().run(connection);
      }
    }
    return null;
  }

  @SuppressWarnings("unchecked") // the result comes from the call's own body
  private static void complete(Write write, @Nullable Object result) {
    switch (write) {
      case Write.Commit commit -> commit.done().complete(null);
      case Write.Call<?> call -> ((CompletableFuture<Object>) call.done()).complete(result);
      case Write.Logs _, Write.Metrics _ -> {} // nobody waits
    }
  }

  private void fail(Write write, Throwable cause) {
    StorageException failure = SqlFailures.of("The database refused a write", cause);
    switch (write) {
      case Write.Commit commit -> {
        ShardLease lease = commit.batch().lease();
        broken.put(lease.shard(), lease);
        commit.done().completeExceptionally(failure);
      }
      case Write.Call<?> call ->
          call.done()
              .completeExceptionally(cause instanceof IllegalStateException ? cause : failure);
      case Write.Logs(var lost) ->
          LOG.atError().setCause(failure).addKeyValue("lines", lost.size()).log("log lines lost");
      case Write.Metrics(var lost) ->
          LOG.atError().setCause(failure).addKeyValue("figures", lost.size()).log("metrics lost");
    }
  }

  private void rollBack() {
    try {
      commits.clear();
      entries.clear();
      Sqlite.rollBack(connection);
    } catch (SQLException e) {
      LOG.atError().setCause(e).log("rollback failed");
    }
  }

  /** Writes what waits, then ends. */
  @Override
  public void close() {
    queue.close();
    Futures.join(thread);
    try {
      Sqlite.checkpoint(connection);
      connection.close();
    } catch (SQLException e) {
      throw SqlFailures.of("Cannot close the database", e);
    }
  }
}
