package dev.legato.sql;

import dev.legato.model.execution.ExecutionId;
import dev.legato.sql.encoding.StoredText;
import dev.legato.storage.Removal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes executions and what belongs to them, in transactions of some hundred rows each. An
 * execution itself goes last: when a crash comes in between, it is still there to be removed again.
 */
final class ExecutionRemoval {
  private static final int ROWS_AT_ONCE = 1_000;

  private static final String IS_OVER = "select 1 from execution where id = ? and over = 1";

  private static final String LOGS =
      """
      delete from log where position in (
        select position from log where execution_id = ? limit ?)
      """;

  private static final String TASK_RUNS =
      """
      delete from task_run where (execution_id, sequence) in (
        select execution_id, sequence from task_run where execution_id = ? limit ?)
      """;

  private static final String MARK = "update execution set leaving = ? where id = ?";

  private static final String MARKED =
      "select id, leaving from execution where leaving is not null";

  // timers and labels go with it
  private static final String EXECUTION = "delete from execution where id = ?";

  private static final String WITH_LOGS = "logs ";
  private static final String WITH_METRICS = "metrics";

  private final Writer writer;
  private final Removal removal;

  ExecutionRemoval(Writer writer, Removal removal) {
    this.writer = writer;
    this.removal = removal;
  }

  /**
   * How far one transaction has come.
   *
   * @param next the first execution that is not done yet
   */
  private record Progress(int next, Removal.Count count) {}

  /** Finishes what a process had begun before it died. */
  static void finish(Writer writer) {
    Map<ExecutionId, Removal> begun =
        writer.call(
            connection -> {
              var found = new LinkedHashMap<ExecutionId, Removal>();
              try (var statement = connection.prepareStatement(MARKED);
                  var row = statement.executeQuery()) {
                while (row.next()) {
                  var id = new ExecutionId(StoredText.decode(row.getString(1)));
                  String with = row.getString(2);
                  found.put(
                      id, new Removal(true, with.contains(WITH_LOGS), with.contains(WITH_METRICS)));
                }
              }
              return found;
            });
    begun.forEach((id, removal) -> new ExecutionRemoval(writer, removal).run(List.of(id)));
  }

  private String mark() {
    return (removal.logs() ? WITH_LOGS : "") + (removal.metrics() ? WITH_METRICS : "");
  }

  Removal.Count run(List<ExecutionId> executions) {
    Removal.Count total = Removal.Count.NOTHING;
    int next = 0;
    while (next < executions.size()) {
      int first = next;
      Progress progress = writer.call(connection -> portion(connection, executions, first));
      total = total.plus(progress.count());
      next = progress.next();
    }
    return total;
  }

  private Progress portion(Connection connection, List<ExecutionId> executions, int first)
      throws SQLException {
    try (var portion = new Portion(connection)) {
      int next = first;
      while (next < executions.size() && portion.remove(executions.get(next))) {
        next++;
      }
      return new Progress(next, portion.count());
    }
  }

  /** The statements of one transaction, and how many rows they may still delete. */
  private final class Portion implements AutoCloseable {
    private final PreparedStatement isOver;
    private final PreparedStatement deleteLogs;
    private final PreparedStatement deleteMetrics;
    private final PreparedStatement deleteTaskRuns;
    private final PreparedStatement deleteExecution;
    private final PreparedStatement markExecution;
    private int left = ROWS_AT_ONCE;
    private long executions;
    private long logs;
    private long metrics;

    Portion(Connection connection) throws SQLException {
      isOver = connection.prepareStatement(IS_OVER);
      deleteLogs = connection.prepareStatement(LOGS);
      deleteMetrics = connection.prepareStatement(SqlMetricStore.DELETE);
      deleteTaskRuns = connection.prepareStatement(TASK_RUNS);
      deleteExecution = connection.prepareStatement(EXECUTION);
      markExecution = connection.prepareStatement(MARK);
    }

    Removal.Count count() {
      return new Removal.Count(executions, logs, metrics);
    }

    /** False when there was no room for all of it. */
    boolean remove(ExecutionId id) throws SQLException {
      if (left == 0) {
        return false;
      }
      left--; // looking costs, too
      Binder.of(isOver).text(id.value());
      if (Rows.first(isOver, row -> row.getInt(1)).isEmpty()) {
        return true;
      }
      if (removal.logs()) {
        logs += delete(deleteLogs, id);
      }
      if (removal.metrics()) {
        metrics += delete(deleteMetrics, id);
      }
      if (removal.executions()) {
        delete(deleteTaskRuns, id);
      }
      if (left == 0) { // there may be more of it
        if (removal.executions()) {
          Binder.of(markExecution).plain(mark()).text(id.value()).execute();
        }
        return false;
      }
      if (removal.executions()) {
        executions += Binder.of(deleteExecution).text(id.value()).execute();
        left--;
      }
      return true;
    }

    private int delete(PreparedStatement statement, ExecutionId id) throws SQLException {
      int deleted = Binder.of(statement).text(id.value()).number((long) left).execute();
      left -= deleted;
      return deleted;
    }

    @Override
    public void close() throws SQLException {
      isOver.close();
      deleteLogs.close();
      deleteMetrics.close();
      deleteTaskRuns.close();
      deleteExecution.close();
      markExecution.close();
    }
  }
}
