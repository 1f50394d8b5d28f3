package dev.legato.sql;

import dev.legato.model.log.LogEntry;
import dev.legato.model.log.MetricEntry;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Something that waits to be written: wholly or not at all, perhaps together with others. */
sealed interface Write {
  /** About how many rows are written. */
  int rows();

  /** The log lines in it. */
  default List<LogEntry> lines() {
    return List.of();
  }

  /** A turn of a shard. */
  record Commit(CommitBatch batch, CompletableFuture<Void> done) implements Write {
    @Override
    public int rows() {
      int rows = batch.logs().size() + batch.timersSet().size() + batch.requests().size();
      rows += batch.notes().size();
      for (ExecutionChange change : batch.executions()) {
        rows += 1 + change.taskRuns().size();
      }
      return rows;
    }

    @Override
    public List<LogEntry> lines() {
      return batch.logs();
    }
  }

  /** Lines that nobody waits for. */
  record Logs(List<LogEntry> entries) implements Write {
    @Override
    public int rows() {
      return entries.size();
    }

    @Override
    public List<LogEntry> lines() {
      return entries;
    }
  }

  /** Figures that nobody waits for. */
  record Metrics(List<MetricEntry> entries) implements Write {
    @Override
    public int rows() {
      return entries.size();
    }
  }

  /** Anything else, such as a new flow; someone waits for the result. */
  record Call<T>(Body<T> body, CompletableFuture<T> done) implements Write {
    @Override
    public int rows() {
      return 1;
    }
  }

  /** What a call does inside the transaction; may run again after a rollback. */
  @FunctionalInterface
  interface Body<T> {
    T run(Connection connection) throws SQLException;
  }
}
