package dev.legato.sql;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.FlowId;
import dev.legato.sql.encoding.JsonText;
import dev.legato.sql.encoding.Micros;
import dev.legato.sql.encoding.StoredText;
import dev.legato.sql.search.ExecutionColumns;
import dev.legato.sql.search.Fragment;
import dev.legato.sql.search.Search;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.RequestKey;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.FlowCount;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.Removal;
import dev.legato.storage.ShardLease;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Executions in SQLite. */
final class SqlExecutionStore implements ExecutionStore {
  private static final String FIND =
      "select " + ExecutionRows.EXECUTION_COLUMNS + " from execution e where e.id = ?";

  private static final String EXISTING =
      "select id from execution where id in (select value from json_each(?))";

  private static final String TASK_RUNS =
      "select "
          + ExecutionRows.TASK_RUN_COLUMNS
          + " from task_run where execution_id = ? order by sequence";

  private static final String TASK_RUNS_AFTER =
      "select "
          + ExecutionRows.TASK_RUN_COLUMNS
          + " from task_run where execution_id = ? and sequence > ? order by sequence limit ?";

  private static final String TASK_RUNS_NUMBERED =
      "select "
          + ExecutionRows.TASK_RUN_COLUMNS
          + " from task_run where execution_id = ?"
          + " and sequence in (select value from json_each(?)) order by sequence";

  private static final String TASK_RUN =
      "select "
          + ExecutionRows.TASK_RUN_COLUMNS
          + " from task_run where execution_id = ? and id = ?";

  // few task runs have values of a loop: a join would look for them 100,000 times
  private static final String ITEMS =
      "select sequence, items from loop_items where execution_id = ?";

  private static final String SEARCH =
      "select " + ExecutionRows.EXECUTION_COLUMNS + " from execution e";

  private static final String NEWEST =
      SEARCH
          + " where e.namespace = ? and e.flow_id = ? order by e.start_date desc, e.id desc limit"
          + " ?";

  // else all that match would be sorted for each portion
  private static final String WALK = SEARCH + " indexed by execution_start";

  private static final String COUNT = "select count(*) from execution e";

  private static final String COUNT_BY_FLOW =
      "select e.namespace, e.flow_id, count(*) from execution e";

  private static final String COUNT_CALLED =
      """
      select state, count(*) from execution
      where trigger_execution_id = ? and caller_task_run = ?
      group by state
      """;

  private static final String LIVE = "select id from execution where over = 0 order by id";

  private static final String TIMERS =
      "select execution_id, kind, task_run, due from timer order by due, execution_id, task_run";

  private final Writer writer;
  private final Readers lookups;
  private final Readers searches;
  private final InstantSource clock;
  private final RequestKeys requests;

  SqlExecutionStore(Writer writer, Readers lookups, Readers searches, InstantSource clock) {
    this.writer = writer;
    this.lookups = lookups;
    this.searches = searches;
    this.clock = clock;
    this.requests = new RequestKeys(writer, lookups);
  }

  @Override
  public ShardLease acquire(int shard) {
    return writer.acquire(shard);
  }

  @Override
  public CompletableFuture<Void> commit(CommitBatch batch) {
    var done = new CompletableFuture<Void>();
    writer.add(new Write.Commit(batch, done));
    return done;
  }

  @Override
  public Optional<StoredExecution> find(ExecutionId id) {
    return lookups.read(
        reader -> {
          Optional<ExecutionRecord> execution = record(reader, id);
          if (execution.isEmpty()) {
            return Optional.empty();
          }
          return Optional.of(new StoredExecution(execution.get(), taskRuns(reader, id)));
        });
  }

  @Override
  public Optional<ExecutionRecord> findRecord(ExecutionId id) {
    return lookups.read(reader -> record(reader, id));
  }

  private static Optional<ExecutionRecord> record(Reader reader, ExecutionId id)
      throws SQLException {
    PreparedStatement find = reader.prepare(FIND);
    Binder.of(find).text(id.value());
    return Rows.first(find, ExecutionRows::execution);
  }

  @Override
  public Set<ExecutionId> existing(Collection<ExecutionId> ids) {
    List<String> stored = ids.stream().map(id -> StoredText.encode(id.value())).toList();
    return Set.copyOf(
        lookups.all(
            EXISTING,
            values -> values.plain(JsonText.encode(stored)),
            row -> new ExecutionId(StoredText.decode(row.getString(1)))));
  }

  @Override
  public Page<ExecutionRecord> search(
      List<Filter<ExecutionField>> filters, PageRequest<ExecutionField> page) {
    Search search = Search.of(new ExecutionColumns(clock.instant()), filters, page);
    return searches.read(
        reader -> SearchRows.page(reader, COUNT, SEARCH, search, ExecutionRows::execution));
  }

  /** Takes its time: where little matches, most of the table may be read. */
  @Override
  public List<ExecutionRecord> list(
      List<Filter<ExecutionField>> filters, Optional<ExecutionRecord> after, int limit) {
    Search all = Search.of(new ExecutionColumns(clock.instant()), filters);
    Search search = after.map(last -> all.and(behind(last))).orElse(all);
    return searches.readUnbounded(
        reader -> {
          PreparedStatement select =
              reader.prepare(
                  (isNarrow(filters) ? SEARCH : WALK)
                      + search.where()
                      + " order by e.start_date, e.id limit ?");
          int bound = SearchRows.bind(select, search.parameters());
          select.setInt(bound + 1, limit);
          return Rows.all(select, ExecutionRows::execution);
        });
  }

  @Override
  public List<TaskRunRecord> taskRuns(ExecutionId id, int after, int limit) {
    return lookups.all(
        TASK_RUNS_AFTER,
        values -> values.text(id.value()).number((long) after).number((long) limit),
        row -> ExecutionRows.taskRun(row, id, Map.of()));
  }

  @Override
  public List<TaskRunRecord> taskRuns(ExecutionId id, Collection<Integer> sequences) {
    return lookups.all(
        TASK_RUNS_NUMBERED,
        values -> values.text(id.value()).plain(JsonText.encode(List.copyOf(sequences))),
        row -> ExecutionRows.taskRun(row, id, Map.of()));
  }

  @Override
  public Optional<TaskRunRecord> taskRun(ExecutionId id, String taskRunId) {
    return lookups.first(
        TASK_RUN,
        values -> values.text(id.value()).text(taskRunId),
        row -> ExecutionRows.taskRun(row, id, Map.of()));
  }

  @Override
  public List<ExecutionRecord> newest(FlowId flow, int limit) {
    return lookups.all(
        NEWEST,
        values -> values.text(flow.namespace()).text(flow.id()).number((long) limit),
        ExecutionRows::execution);
  }

  /** Whether a filter leaves so few executions that sorting them is no trouble. */
  private static boolean isNarrow(List<Filter<ExecutionField>> filters) {
    return filters.stream()
        .map(Filter::field)
        .anyMatch(
            field ->
                switch (field) {
                  case ID, FLOW_ID, LABELS, TRIGGER_EXECUTION_ID, PARENT_ID -> true;
                  case NAMESPACE,
                      FLOW_REVISION,
                      STATE,
                      START_DATE,
                      END_DATE,
                      START_OR_END_DATE,
                      DURATION,
                      KIND,
                      CALLER_TASK_RUN,
                      CALLER_ITERATION,
                      QUERY ->
                      false;
                });
  }

  private static Fragment behind(ExecutionRecord last) {
    return new Fragment(
        "(e.start_date, e.id) > (?, ?)",
        List.of(Micros.of(last.history().start()), StoredText.encode(last.id().value())));
  }

  @Override
  public List<FlowCount> countByFlow(List<Filter<ExecutionField>> filters) {
    Search search = Search.of(new ExecutionColumns(clock.instant()), filters);
    return searches.read(
        reader -> {
          PreparedStatement count =
              reader.prepare(COUNT_BY_FLOW + search.where() + " group by 1, 2 order by 1, 2");
          SearchRows.bind(count, search.parameters());
          return Rows.all(
              count,
              row ->
                  new FlowCount(
                      new FlowId(
                          StoredText.decode(row.getString(1)), StoredText.decode(row.getString(2))),
                      row.getLong(3)));
        });
  }

  @Override
  public Map<ExecutionStatus, Integer> countCalled(ExecutionId caller, int taskRun) {
    return lookups.read(
        reader -> {
          PreparedStatement count = reader.prepare(COUNT_CALLED);
          Binder.of(count).text(caller.value()).number((long) taskRun);
          var counts = new EnumMap<ExecutionStatus, Integer>(ExecutionStatus.class);
          try (ResultSet row = count.executeQuery()) {
            while (row.next()) {
              counts.put(ExecutionStatus.valueOf(row.getString(1)), row.getInt(2));
            }
          }
          return Collections.unmodifiableMap(counts);
        });
  }

  private static List<TaskRunRecord> taskRuns(Reader reader, ExecutionId id) throws SQLException {
    PreparedStatement select = reader.prepare(TASK_RUNS);
    Binder.of(select).text(id.value());
    Map<Integer, List<?>> items = items(reader, id);
    return Rows.all(select, row -> ExecutionRows.taskRun(row, id, items));
  }

  /** The values of the execution's loops, by the loop's place among the task runs. */
  private static Map<Integer, List<?>> items(Reader reader, ExecutionId id) throws SQLException {
    PreparedStatement select = reader.prepare(ITEMS);
    Binder.of(select).text(id.value());
    var items = new HashMap<Integer, List<?>>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        items.put(row.getInt(1), JsonText.decodeList(row.getString(2)));
      }
    }
    return items;
  }

  @Override
  public List<ExecutionId> live() {
    return lookups.readUnbounded(
        reader ->
            Rows.all(
                reader.prepare(LIVE), row -> new ExecutionId(StoredText.decode(row.getString(1)))));
  }

  @Override
  public List<Timer> timers() {
    return lookups.readUnbounded(
        reader -> Rows.all(reader.prepare(TIMERS), SqlExecutionStore::timer));
  }

  private static Timer timer(ResultSet row) throws SQLException {
    int taskRun = row.getInt(3);
    return new Timer(
        new ExecutionId(StoredText.decode(row.getString(1))),
        Timer.Kind.valueOf(row.getString(2)),
        taskRun == CommitStatements.NO_TASK_RUN ? null : taskRun,
        Micros.toInstant(row.getLong(4)));
  }

  @Override
  public Optional<RequestKey> findRequest(String key) {
    return requests.find(key);
  }

  @Override
  public Map<String, RequestKey> findRequests(Collection<String> keys) {
    return requests.find(keys);
  }

  @Override
  public boolean delete(ExecutionId id) {
    Optional<ExecutionRecord> execution = findRecord(id);
    if (execution.isEmpty()) {
      return false;
    }
    if (!execution.get().over()) {
      throw new IllegalStateException(
          "Expected an execution that is over to delete, but %s is %s and goes on"
              .formatted(id, execution.get().status()));
    }
    return remove(List.of(id), Removal.EVERYTHING).executions() == 1;
  }

  @Override
  public Removal.Count remove(List<ExecutionId> executions, Removal removal) {
    return new ExecutionRemoval(writer, removal).run(executions);
  }

  @Override
  public int deleteRequestsBefore(Instant instant) {
    return requests.deleteBefore(instant);
  }
}
