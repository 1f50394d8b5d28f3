package dev.legato.bench.cases;

import dev.legato.bench.report.Result;
import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.sql.SqlConfig;
import dev.legato.sql.SqlStorage;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.ExecutionChange;
import dev.legato.storage.ShardLease;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;

/** The same rows as b1 writes, in as many commits, without engine, worker and HTTP. */
final class RawStore {
  private static final FlowId FLOW = new FlowId("bench", "b1");
  private static final int EXECUTIONS = 20_000;
  private static final int COMMITS_IN_FLIGHT = 2;

  private final SqlStorage storage;
  private final ShardLease lease;
  private final SplittableRandom random = new SplittableRandom(1);

  private RawStore(SqlStorage storage) {
    this.storage = storage;
    this.lease = storage.executions().acquire(0);
  }

  static List<Result> run(Settings settings) {
    var results = new ArrayList<Result>();
    for (int batch : List.of(1, 10, 100, 500)) {
      try (var storage =
          SqlStorage.open(
              settings.data("raw" + batch), SqlConfig.DEFAULTS, InstantSource.system())) {
        int total = batch == 1 ? EXECUTIONS / 20 : EXECUTIONS;
        double perSecond = new RawStore(storage).measure(batch, total);
        results.add(
            Result.of("raw, %d a commit".formatted(batch), "").with("executions/s", perSecond));
      }
    }
    return results;
  }

  private double measure(int batch, int total) {
    write(batch, Math.max(batch, total / 4));
    long begin = System.nanoTime();
    write(batch, total);
    return total / ((System.nanoTime() - begin) / 1e9);
  }

  private void write(int batch, int total) {
    var inFlight = new ArrayList<CompletableFuture<Void>>();
    for (int done = 0; done < total; done += batch) {
      var ids = new ArrayList<ExecutionId>(batch);
      for (int i = 0; i < batch; i++) {
        ids.add(Ids.newExecution(Instant.now(), random));
      }
      for (int step = 0; step < 3; step++) {
        if (inFlight.size() == COMMITS_IN_FLIGHT) {
          inFlight.removeFirst().join();
        }
        inFlight.add(storage.executions().commit(batch(ids, step)));
      }
    }
    inFlight.forEach(CompletableFuture::join);
  }

  /** What the first, second and third turn of an execution write. */
  private CommitBatch batch(List<ExecutionId> ids, int step) {
    Instant now = Instant.now();
    var changes = new ArrayList<ExecutionChange>(ids.size());
    var logs = new ArrayList<LogEntry>();
    for (ExecutionId id : ids) {
      switch (step) {
        case 0 -> {
          changes.add(ExecutionChange.of(execution(id, 1, now), List.of(run(id, 0, false, now))));
          logs.add(log(id, now));
        }
        case 1 ->
            changes.add(
                ExecutionChange.of(null, List.of(run(id, 0, true, now), run(id, 1, false, now))));
        default -> {
          changes.add(ExecutionChange.of(execution(id, 2, now), List.of(run(id, 1, true, now))));
          logs.add(log(id, now));
          logs.add(log(id, now));
        }
      }
    }
    return new CommitBatch(lease, changes, List.of(), List.of(), logs, List.of());
  }

  private static ExecutionRecord execution(ExecutionId id, int version, Instant now) {
    var history = StatusHistory.of(ExecutionStatus.CREATED, now).with(ExecutionStatus.RUNNING, now);
    return new ExecutionRecord(
        id,
        FLOW,
        1,
        version,
        version == 1 ? history : history.with(ExecutionStatus.SUCCESS, now),
        Map.of(),
        version == 1 ? null : Map.of(),
        List.of(new Label(Label.CORRELATION_ID, id.value())),
        null,
        id,
        null,
        1,
        null,
        version,
        null,
        null,
        null,
        false);
  }

  private static TaskRunRecord run(ExecutionId id, int sequence, boolean ended, Instant now) {
    var running = StatusHistory.of(TaskRunStatus.CREATED, now).with(TaskRunStatus.RUNNING, now);
    var attempt = StatusHistory.of(TaskRunStatus.RUNNING, now);
    return new TaskRunRecord(
        id,
        sequence,
        Ids.taskRun(id, sequence),
        sequence == 0 ? "values" : "log",
        null,
        null,
        null,
        ended ? running.with(TaskRunStatus.SUCCESS, now) : running,
        List.of(new Attempt(ended ? attempt.with(TaskRunStatus.SUCCESS, now) : attempt)),
        ended && sequence == 0 ? Map.of("values", Map.of("greeting", "Hello")) : Map.of(),
        null);
  }

  private static LogEntry log(ExecutionId id, Instant now) {
    return new LogEntry(
        FLOW, id, "log", Ids.taskRun(id, 1), 0, now, LogLevel.INFO, "engine", "Hello");
  }
}
