package dev.legato.sql;

import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.sql.encoding.BreakpointsText;
import dev.legato.sql.encoding.FlowsText;
import dev.legato.sql.encoding.HistoryText;
import dev.legato.sql.encoding.JsonText;
import dev.legato.sql.encoding.LabelsText;
import dev.legato.sql.encoding.Micros;
import dev.legato.sql.encoding.TemplatesText;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.ExecutionChange;
import dev.legato.storage.CommitBatch.RequestKey;
import dev.legato.storage.ShardLease;
import dev.legato.storage.StaleLeaseException;
import dev.legato.storage.StatusNote;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Writes what a shard commits; prepared once, used by the writer's thread only. */
final class CommitStatements {
  private static final String ACQUIRE =
      """
      insert into shard_lease (shard, epoch) values (?, 1)
      on conflict (shard) do update set epoch = epoch + 1
      returning epoch
      """;

  private static final String EPOCH = "select epoch from shard_lease where shard = ?";

  private static final String INSERT_EXECUTION =
      """
      insert into execution (
        namespace, flow_id, revision, version, state, start_date, end_date, original_id, parent_id,
        trigger_execution_id, attempt_number, schedule_date, task_run_count, history, labels,
        origin, inputs, outputs, variables, verdict, over, caller_task_run, caller_attempt,
        caller_iteration, caller_flows, templates, original_date, spares_children, breakpoints,
        kind, id)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        ?, ?, ?, ?)
      """;

  // the version is the lock: whoever wrote in between has made it another one
  private static final String UPDATE_EXECUTION =
      """
      update execution set
        namespace = ?, flow_id = ?, revision = ?, version = ?, state = ?, start_date = ?,
        end_date = ?, original_id = ?, parent_id = ?, trigger_execution_id = ?,
        attempt_number = ?, schedule_date = ?, task_run_count = ?, history = ?, labels = ?,
        origin = ?, inputs = ?, outputs = ?, variables = ?, verdict = ?, over = ?,
        caller_task_run = ?, caller_attempt = ?, caller_iteration = ?, caller_flows = ?,
        templates = ?, original_date = ?, spares_children = ?, breakpoints = ?,
        kind = ?
      where id = ? and version = ?
      """;

  private static final String UPSERT_TASK_RUN =
      """
      insert into task_run (
        execution_id, sequence, id, task_id, parent, value, iteration, state, history, attempts,
        outputs)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (execution_id, sequence) do update set
        id = excluded.id, task_id = excluded.task_id, parent = excluded.parent,
        value = excluded.value, iteration = excluded.iteration, state = excluded.state,
        history = excluded.history, attempts = excluded.attempts, outputs = excluded.outputs
      """;

  // the values of a loop go with it
  private static final String REMOVE_TASK_RUN =
      "delete from task_run where execution_id = ? and sequence = ?";

  private static final String HAS_ITEMS =
      "select 1 from loop_items where execution_id = ? and sequence = ?";

  private static final String DELETE_ITEMS =
      "delete from loop_items where execution_id = ? and sequence = ?";

  private static final String INSERT_ITEMS =
      "insert into loop_items (execution_id, sequence, items) values (?, ?, ?)";

  private static final String SET_TIMER =
      """
      insert into timer (execution_id, kind, task_run, due) values (?, ?, ?, ?)
      on conflict (execution_id, kind, task_run) do update set due = excluded.due
      """;

  private static final String CANCEL_TIMER =
      "delete from timer where execution_id = ? and kind = ? and task_run = ?";

  private static final String INSERT_REQUEST =
      "insert into request_key (key, fingerprint, execution_id, created_at) values (?, ?, ?, ?)";

  private static final String INSERT_NOTE =
      """
      insert into flow_event (execution_id, namespace, flow_id, step, status, at)
      values (?, ?, ?, ?, ?, ?)
      """;

  /** The task run number of a timer that belongs to the execution itself. */
  static final int NO_TASK_RUN = -1;

  private final EntryStatements entries;
  private final PreparedStatement acquire;
  private final PreparedStatement epoch;
  private final PreparedStatement insertExecution;
  private final PreparedStatement updateExecution;
  private final PreparedStatement upsertTaskRun;
  private final PreparedStatement removeTaskRun;
  private final PreparedStatement hasItems;
  private final PreparedStatement deleteItems;
  private final PreparedStatement insertItems;
  private final PreparedStatement setTimer;
  private final PreparedStatement cancelTimer;
  private final PreparedStatement insertRequest;
  private final PreparedStatement insertNote;
  private final List<ExecutionRecord> updated = new ArrayList<>();

  CommitStatements(Connection connection, EntryStatements entries) throws SQLException {
    this.entries = entries;
    acquire = connection.prepareStatement(ACQUIRE);
    epoch = connection.prepareStatement(EPOCH);
    insertExecution = connection.prepareStatement(INSERT_EXECUTION);
    updateExecution = connection.prepareStatement(UPDATE_EXECUTION);
    upsertTaskRun = connection.prepareStatement(UPSERT_TASK_RUN);
    removeTaskRun = connection.prepareStatement(REMOVE_TASK_RUN);
    hasItems = connection.prepareStatement(HAS_ITEMS);
    deleteItems = connection.prepareStatement(DELETE_ITEMS);
    insertItems = connection.prepareStatement(INSERT_ITEMS);
    setTimer = connection.prepareStatement(SET_TIMER);
    cancelTimer = connection.prepareStatement(CANCEL_TIMER);
    insertRequest = connection.prepareStatement(INSERT_REQUEST);
    insertNote = connection.prepareStatement(INSERT_NOTE);
  }

  ShardLease acquire(int shard) throws SQLException {
    acquire.setInt(1, shard);
    try (ResultSet row = acquire.executeQuery()) {
      row.next();
      return new ShardLease(shard, row.getLong(1));
    }
  }

  void write(CommitBatch batch) throws SQLException {
    checkLease(batch.lease());
    writeExecutions(batch.executions());
    writeTaskRuns(batch.executions());
    for (Timer.Key key : batch.timersCancelled()) {
      bindKey(cancelTimer, key).addBatch();
    }
    runBatch(cancelTimer, batch.timersCancelled());
    for (Timer timer : batch.timersSet()) {
      bindKey(setTimer, timer.key()).number(Micros.of(timer.due())).addBatch();
    }
    runBatch(setTimer, batch.timersSet());
    for (RequestKey request : batch.requests()) {
      Binder.of(insertRequest)
          .text(request.key())
          .text(request.fingerprint())
          .text(request.execution().value())
          .number(Micros.of(request.createdAt()))
          .addBatch();
    }
    runBatch(insertRequest, batch.requests());
    for (StatusNote note : batch.notes()) {
      Binder.of(insertNote)
          .text(note.execution().value())
          .text(note.flow().namespace())
          .text(note.flow().id())
          .number((long) note.step())
          .plain(note.status().name())
          .number(Micros.of(note.at()))
          .addBatch();
    }
    runBatch(insertNote, batch.notes());
    entries.writeLogs(batch.logs());
  }

  /** Forgets rows that were bound but not written. */
  void clear() throws SQLException {
    updated.clear();
    insertExecution.clearBatch();
    updateExecution.clearBatch();
    upsertTaskRun.clearBatch();
    removeTaskRun.clearBatch();
    insertItems.clearBatch();
    setTimer.clearBatch();
    cancelTimer.clearBatch();
    insertRequest.clearBatch();
    insertNote.clearBatch();
  }

  private void checkLease(ShardLease lease) throws SQLException {
    epoch.setInt(1, lease.shard());
    try (ResultSet row = epoch.executeQuery()) {
      if (!row.next() || row.getLong(1) != lease.epoch()) {
        throw new StaleLeaseException(lease);
      }
    }
  }

  private void writeExecutions(List<ExecutionChange> changes) throws SQLException {
    boolean inserts = false;
    for (ExecutionChange change : changes) {
      ExecutionRecord execution = change.execution();
      if (execution == null) {
        continue;
      }
      if (execution.version() == 1) {
        bind(insertExecution, execution).addBatch();
        inserts = true;
      } else {
        bind(updateExecution, execution).number(execution.version() - 1).addBatch();
        updated.add(execution);
      }
    }
    if (inserts) {
      insertExecution.executeBatch();
    }
    if (!updated.isEmpty()) {
      checkVersions(updateExecution.executeBatch());
    }
  }

  private void checkVersions(int[] changed) {
    for (int i = 0; i < changed.length; i++) {
      if (changed[i] != 1) {
        ExecutionRecord execution = updated.get(i);
        throw new IllegalStateException(
            "Expected execution %s at version %d, but another one is stored"
                .formatted(execution.id(), execution.version() - 1));
      }
    }
    updated.clear();
  }

  private static Binder bind(PreparedStatement statement, ExecutionRecord execution)
      throws SQLException {
    Caller caller = execution.caller();
    ExecutionStatus verdict = execution.verdict();
    return Binder.of(statement)
        .text(execution.flow().namespace())
        .text(execution.flow().id())
        .number((long) execution.revision())
        .number(execution.version())
        .plain(execution.status().name())
        .number(Micros.of(execution.history().start()))
        .number(ExecutionRows.endDate(execution))
        .text(execution.originalId().value())
        .text(ExecutionRows.valueOf(execution.parentId()))
        .text(ExecutionRows.callerOf(execution))
        .number((long) execution.attemptNumber())
        .number(Micros.ofOptional(execution.scheduleDate()))
        .number((long) execution.taskRunCount())
        .plain(HistoryText.encode(execution.history()))
        .plain(LabelsText.encode(execution.labels()))
        .plain(ExecutionRows.encodeOrigin(execution.origin()))
        .plain(JsonText.encodeUnlessEmpty(execution.inputs()))
        .plain(execution.outputs() == null ? null : JsonText.encode(execution.outputs()))
        .plain(execution.variables() == null ? null : JsonText.encode(execution.variables()))
        .plain(verdict == null ? null : verdict.name())
        .truth(execution.over())
        .number(caller == null ? null : (Integer) caller.taskRun())
        .number(caller == null ? null : (Integer) caller.attempt())
        .number(caller == null ? null : caller.iteration())
        .plain(caller == null ? null : FlowsText.encode(caller.flows()))
        .plain(TemplatesText.encode(execution.templates()))
        .number(Micros.ofOptional(execution.originalDate()))
        .truth(execution.sparesChildren())
        .plain(BreakpointsText.encode(execution.breakpoints()))
        .plain(execution.kind().name())
        .text(execution.id().value());
  }

  private void writeTaskRuns(List<ExecutionChange> changes) throws SQLException {
    boolean any = false;
    for (ExecutionChange change : changes) {
      for (TaskRunRecord taskRun : change.taskRuns()) {
        bind(upsertTaskRun, taskRun).addBatch();
        any = true;
      }
    }
    if (any) {
      upsertTaskRun.executeBatch();
    }
    for (ExecutionChange change : changes) {
      for (TaskRunRecord taskRun : change.taskRuns()) {
        writeItems(taskRun);
      }
    }
    for (ExecutionChange change : changes) {
      remove(change);
    }
  }

  /** Removes task runs after all others were written: a sequence is never used again. */
  private void remove(ExecutionChange change) throws SQLException {
    for (int sequence : change.removed()) {
      Binder.of(removeTaskRun).text(change.id().value()).number((long) sequence).addBatch();
    }
    runBatch(removeTaskRun, change.removed());
  }

  private static Binder bind(PreparedStatement statement, TaskRunRecord taskRun)
      throws SQLException {
    return Binder.of(statement)
        .text(taskRun.execution().value())
        .number((long) taskRun.sequence())
        .text(taskRun.id())
        .text(taskRun.taskId())
        .number(taskRun.parent())
        .text(taskRun.value())
        .number(taskRun.iteration())
        .plain(taskRun.status().name())
        .plain(HistoryText.encode(taskRun.history()))
        .plain(HistoryText.encodeAttempts(taskRun.attempts()))
        .plain(JsonText.encodeUnlessEmpty(taskRun.outputs()));
  }

  /** Looks first: encoding 100,000 values at each step of a loop would cost their square. */
  private void writeItems(TaskRunRecord taskRun) throws SQLException {
    List<?> items = taskRun.items();
    if (items == null) {
      if (taskRun.status() == TaskRunStatus.RESTARTED) { // it may get others
        Binder.of(deleteItems)
            .text(taskRun.execution().value())
            .number((long) taskRun.sequence())
            .execute();
      }
      return;
    }
    Binder.of(hasItems).text(taskRun.execution().value()).number((long) taskRun.sequence());
    try (ResultSet row = hasItems.executeQuery()) {
      if (row.next()) {
        return;
      }
    }
    Binder.of(insertItems)
        .text(taskRun.execution().value())
        .number((long) taskRun.sequence())
        .plain(JsonText.encode(items))
        .execute();
  }

  private static Binder bindKey(PreparedStatement statement, Timer.Key key) throws SQLException {
    Integer taskRun = key.taskRun();
    return Binder.of(statement)
        .text(key.execution().value())
        .plain(key.kind().name())
        .number(taskRun == null ? NO_TASK_RUN : taskRun.longValue());
  }

  private static void runBatch(PreparedStatement statement, List<?> rows) throws SQLException {
    if (!rows.isEmpty()) {
      statement.executeBatch();
    }
  }
}
