package dev.legato.sql.search;

import dev.legato.storage.ChartField;
import dev.legato.storage.ChartSource;
import dev.legato.storage.InvalidSearchException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which columns of which table a source of figures has.
 *
 * @param from the table with its alias
 * @param always holds for all rows; empty when there is no such condition
 */
record ChartTable(String from, String always, Map<ChartField, Column> columns) {
  /** How the values of a column are stored. */
  enum Kind {
    TEXT,
    INTEGER,
    REAL,
    /** Microseconds since 1970. */
    MOMENT,
    /** Microseconds. */
    SPAN,
    LABEL
  }

  /** A constant expression. */
  record Column(String sql, Kind kind) {}

  /** Until when something that has not ended has lasted; a parameter. */
  static final String DURATION = "(coalesce(e.end_date, ?) - e.start_date)";

  private static final ChartTable EXECUTIONS =
      new ChartTable(
          "execution e",
          "",
          Map.of(
              ChartField.ID, text("e.id"),
              ChartField.NAMESPACE, text("e.namespace"),
              ChartField.FLOW_ID, text("e.flow_id"),
              ChartField.FLOW_REVISION, new Column("e.revision", Kind.INTEGER),
              ChartField.STATE, text("e.state"),
              ChartField.DURATION, new Column(DURATION, Kind.SPAN),
              ChartField.LABELS, new Column("e.labels", Kind.LABEL),
              ChartField.START_DATE, moment("e.start_date"),
              ChartField.END_DATE, moment("e.end_date"),
              ChartField.TRIGGER_EXECUTION_ID, text("e.trigger_execution_id")));

  private static final ChartTable LOGS =
      new ChartTable(
          "log l",
          "",
          Map.of(
              ChartField.NAMESPACE, text("l.namespace"),
              ChartField.FLOW_ID, text("l.flow_id"),
              ChartField.EXECUTION_ID, text("l.execution_id"),
              ChartField.TASK_ID, text("l.task_id"),
              ChartField.TASK_RUN_ID, text("l.task_run_id"),
              ChartField.TRIGGER_ID, text("l.trigger_id"),
              ChartField.ATTEMPT_NUMBER, new Column("l.attempt", Kind.INTEGER),
              ChartField.DATE, moment("l.timestamp"),
              ChartField.LEVEL, text("l.level"),
              ChartField.MESSAGE, text("l.message")));

  private static final ChartTable METRICS =
      new ChartTable(
          "metric m",
          "",
          Map.of(
              ChartField.NAMESPACE, text("m.namespace"),
              ChartField.FLOW_ID, text("m.flow_id"),
              ChartField.EXECUTION_ID, text("m.execution_id"),
              ChartField.TASK_ID, text("m.task_id"),
              ChartField.TASK_RUN_ID, text("m.task_run_id"),
              ChartField.TYPE, text("m.kind"),
              ChartField.NAME, text("m.name"),
              ChartField.VALUE, new Column("m.value", Kind.REAL),
              ChartField.DATE, moment("m.timestamp")));

  private static final ChartTable TRIGGERS =
      new ChartTable(
          "trigger_state t",
          "",
          Map.of(
              ChartField.ID, text("t.trigger_id"),
              ChartField.NAMESPACE, text("t.namespace"),
              ChartField.FLOW_ID, text("t.flow_id"),
              ChartField.TRIGGER_ID, text("t.trigger_id"),
              ChartField.EXECUTION_ID, text("t.execution_id"),
              ChartField.NEXT_EXECUTION_DATE, moment("t.next_date"),
              ChartField.WORKER_ID, text("t.worker")));

  private static final ChartTable FLOWS =
      new ChartTable(
          "flow f",
          "f.newest = 1 and f.deleted = 0",
          Map.of(
              ChartField.ID, text("f.flow_id"),
              ChartField.FLOW_ID, text("f.flow_id"),
              ChartField.NAMESPACE, text("f.namespace"),
              ChartField.LABELS, new Column("f.labels", Kind.LABEL),
              ChartField.REVISION, new Column("f.revision", Kind.INTEGER)));

  static ChartTable of(ChartSource source) {
    return switch (source) {
      case EXECUTIONS -> EXECUTIONS;
      case LOGS -> LOGS;
      case METRICS -> METRICS;
      case TRIGGERS -> TRIGGERS;
      case FLOWS -> FLOWS;
    };
  }

  Column column(ChartField field) {
    @Nullable Column column = columns.get(field);
    if (column == null) {
      throw new InvalidSearchException("There is no field %s here".formatted(field));
    }
    return column;
  }

  private static Column text(String sql) {
    return new Column(sql, Kind.TEXT);
  }

  private static Column moment(String sql) {
    return new Column(sql, Kind.MOMENT);
  }
}
