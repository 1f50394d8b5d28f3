package dev.legato.sql;

import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionKind;
import dev.legato.model.execution.ExecutionOrigin;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.flow.FlowId;
import dev.legato.sql.encoding.BreakpointsText;
import dev.legato.sql.encoding.FlowsText;
import dev.legato.sql.encoding.HistoryText;
import dev.legato.sql.encoding.JsonText;
import dev.legato.sql.encoding.LabelsText;
import dev.legato.sql.encoding.Micros;
import dev.legato.sql.encoding.StoredText;
import dev.legato.sql.encoding.TemplatesText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of executions and task runs as records. */
final class ExecutionRows {
  /** The columns that {@link #execution} reads. */
  static final String EXECUTION_COLUMNS =
      """
      e.id, e.namespace, e.flow_id, e.revision, e.version, e.history, e.inputs, e.outputs,
      e.labels, e.origin, e.original_id, e.parent_id, e.attempt_number, e.schedule_date,
      e.task_run_count, e.variables, e.verdict, e.over, e.trigger_execution_id,
      e.caller_task_run, e.caller_attempt, e.caller_iteration, e.caller_flows, e.templates,
      e.original_date, e.spares_children, e.breakpoints, e.kind
      """;

  /** The columns that {@link #taskRun} reads. */
  static final String TASK_RUN_COLUMNS =
      """
      sequence, id, task_id, parent, value, iteration, history, attempts, outputs
      """;

  /** What a subflow's origin calls the execution that started it. */
  private static final String CALLER_VARIABLE = "executionId";

  private ExecutionRows() {}

  static ExecutionRecord execution(ResultSet row) throws SQLException {
    String outputs = row.getString(8);
    String parent = StoredText.decodeOptional(row.getString(12));
    String variables = row.getString(16);
    String verdict = row.getString(17);
    return new ExecutionRecord(
        new ExecutionId(StoredText.decode(row.getString(1))),
        new FlowId(StoredText.decode(row.getString(2)), StoredText.decode(row.getString(3))),
        row.getInt(4),
        row.getLong(5),
        HistoryText.decodeExecution(row.getString(6)),
        JsonText.decodeMap(row.getString(7)),
        outputs == null ? null : JsonText.decodeMap(outputs),
        LabelsText.decode(row.getString(9)),
        decodeOrigin(row.getString(10)),
        new ExecutionId(StoredText.decode(row.getString(11))),
        parent == null ? null : new ExecutionId(parent),
        row.getInt(13),
        optionalInstant(row, 14),
        row.getInt(15),
        variables == null ? null : JsonText.decodeMap(variables),
        caller(row),
        verdict == null ? null : ExecutionStatus.valueOf(verdict),
        row.getBoolean(18),
        TemplatesText.decode(row.getString(24)),
        optionalInstant(row, 25),
        row.getBoolean(26),
        BreakpointsText.decode(row.getString(27)),
        ExecutionKind.valueOf(row.getString(28)));
  }

  private static @Nullable Caller caller(ResultSet row) throws SQLException {
    Integer taskRun = optionalInt(row, 20);
    if (taskRun == null) {
      return null;
    }
    return new Caller(
        new ExecutionId(StoredText.decode(row.getString(19))),
        taskRun,
        row.getInt(21),
        optionalInt(row, 22),
        FlowsText.decode(row.getString(23)));
  }

  static TaskRunRecord taskRun(ResultSet row, ExecutionId execution, Map<Integer, List<?>> items)
      throws SQLException {
    int sequence = row.getInt(1);
    return new TaskRunRecord(
        execution,
        sequence,
        StoredText.decode(row.getString(2)),
        StoredText.decode(row.getString(3)),
        optionalInt(row, 4),
        StoredText.decodeOptional(row.getString(5)),
        optionalInt(row, 6),
        HistoryText.decodeTaskRun(row.getString(7)),
        HistoryText.decodeAttempts(row.getString(8)),
        JsonText.decodeMap(row.getString(9)),
        items.get(sequence));
  }

  static @Nullable Long endDate(ExecutionRecord execution) {
    return execution.status().isTerminal() ? Micros.of(execution.history().last()) : null;
  }

  static @Nullable String valueOf(@Nullable ExecutionId id) {
    return id == null ? null : id.value();
  }

  /** The execution that started another one: by its caller, else by what its origin says. */
  static @Nullable String callerOf(ExecutionRecord execution) {
    if (execution.caller() != null) {
      return execution.caller().execution().value();
    }
    ExecutionOrigin origin = execution.origin();
    return origin != null && origin.variables().get(CALLER_VARIABLE) instanceof String caller
        ? caller
        : null;
  }

  static @Nullable String encodeOrigin(@Nullable ExecutionOrigin origin) {
    if (origin == null) {
      return null;
    }
    var fields = new LinkedHashMap<String, Object>();
    fields.put("id", origin.id());
    fields.put("type", origin.type());
    fields.put("variables", origin.variables());
    if (origin.logFile() != null) {
      fields.put("logFile", origin.logFile());
    }
    return JsonText.encode(fields);
  }

  private static @Nullable ExecutionOrigin decodeOrigin(@Nullable String text) {
    if (text == null) {
      return null;
    }
    Map<String, @Nullable Object> fields = JsonText.decodeMap(text);
    if (fields.get("id") instanceof String id
        && fields.get("type") instanceof String type
        && fields.get("variables") instanceof Map<?, ?> variables) {
      String logFile = fields.get("logFile") instanceof String uri ? uri : null;
      return new ExecutionOrigin(id, type, jsonObject(variables), logFile);
    }
    throw new IllegalStateException(
        "Expected an origin with id, type and variables, but read '%s'".formatted(text));
  }

  @SuppressWarnings("unchecked") // JSON has no other keys than texts
  private static Map<String, @Nullable Object> jsonObject(Map<?, ?> map) {
    return (Map<String, @Nullable Object>) map;
  }

  static @Nullable Integer optionalInt(ResultSet row, int column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  static @Nullable Instant optionalInstant(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : Micros.toInstant(value);
  }
}
