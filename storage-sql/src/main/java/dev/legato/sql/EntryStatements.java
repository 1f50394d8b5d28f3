package dev.legato.sql;

import dev.legato.model.log.LogEntry;
import dev.legato.model.log.MetricEntry;
import dev.legato.sql.encoding.JsonText;
import dev.legato.sql.encoding.Micros;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Writes log lines and metrics; prepared once, used by the writer's thread only. */
final class EntryStatements {
  private static final String INSERT_LOG =
      """
      insert into log (
        execution_id, namespace, flow_id, task_id, task_run_id, attempt, trigger_id, timestamp, level,
        thread, message)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_METRIC =
      """
      insert into metric (
        execution_id, namespace, flow_id, task_id, task_run_id, kind, name, value, tags, timestamp)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final PreparedStatement insertLog;
  private final PreparedStatement insertMetric;

  EntryStatements(Connection connection) throws SQLException {
    insertLog = connection.prepareStatement(INSERT_LOG);
    insertMetric = connection.prepareStatement(INSERT_METRIC);
  }

  void writeLogs(List<LogEntry> lines) throws SQLException {
    if (lines.isEmpty()) {
      return;
    }
    for (LogEntry line : lines) {
      Binder.of(insertLog)
          .text(line.execution() == null ? "" : line.execution().value())
          .text(line.flow().namespace())
          .text(line.flow().id())
          .text(line.taskId())
          .text(line.taskRunId())
          .number(line.attempt())
          .text(line.triggerId())
          .number(Micros.of(line.timestamp()))
          .plain(line.level().name())
          .text(line.thread())
          .text(line.message())
          .addBatch();
    }
    insertLog.executeBatch();
  }

  void writeMetrics(List<MetricEntry> figures) throws SQLException {
    if (figures.isEmpty()) {
      return;
    }
    for (MetricEntry figure : figures) {
      Binder.of(insertMetric)
          .text(figure.execution().value())
          .text(figure.flow().namespace())
          .text(figure.flow().id())
          .text(figure.taskId())
          .text(figure.taskRunId())
          .plain(figure.kind().name())
          .text(figure.name())
          .real(figure.value())
          .plain(JsonText.encodeUnlessEmpty(figure.tags()))
          .number(Micros.of(figure.timestamp()))
          .addBatch();
    }
    insertMetric.executeBatch();
  }

  /** Forgets rows that were bound but not written. */
  void clear() throws SQLException {
    insertLog.clearBatch();
    insertMetric.clearBatch();
  }
}
