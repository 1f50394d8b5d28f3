package dev.legato.sql;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.Label;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.ShardLease;
import dev.legato.testkit.contract.Batch;
import dev.legato.testkit.contract.Samples;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/**
 * Measures the store without an engine: executions of three task runs and three log lines, each
 * written twice (as created, then as ended). Arguments: directory, seconds, batch size, batches in
 * flight.
 */
final class Throughput {
  private static final Random RANDOM = new Random(1);

  private Throughput() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Files.createTempDirectory(Path.of(arguments[0]), "throughput");
    int seconds = Integer.parseInt(arguments[1]);
    int size = Integer.parseInt(arguments[2]);
    int inFlight = Integer.parseInt(arguments[3]);
    try (SqlStorage storage =
        SqlStorage.open(directory, SqlConfig.DEFAULTS, InstantSource.system())) {
      measure(storage, 2, size, inFlight);
      measure(storage, seconds, size, inFlight);
    }
  }

  private static void measure(SqlStorage storage, int seconds, int size, int inFlight) {
    ShardLease lease = storage.executions().acquire(0);
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    var waiting = new ArrayDeque<Sent>();
    long[] micros = new long[10_000_000];
    int commits = 0;
    long writerBefore = writerNanos();
    long begin = System.nanoTime();
    ExecutionRecord[] created = null;
    while (System.nanoTime() < end) {
      CommitBatch batch;
      if (created == null) {
        created = create(size);
        batch = first(lease, created);
      } else {
        batch = last(lease, created);
        created = null;
      }
      waiting.add(new Sent(storage.executions().commit(batch), System.nanoTime()));
      while (waiting.size() >= inFlight) {
        Sent oldest = waiting.remove();
        oldest.done().join();
        micros[commits++] = (System.nanoTime() - oldest.at()) / 1_000;
      }
    }
    double took = (System.nanoTime() - begin) / 1e9;
    waiting.forEach(sent -> sent.done().join());
    double writerMicros =
        (writerNanos() - writerBefore) / 1e3 / ((commits + waiting.size()) * size);
    Arrays.sort(micros, 0, commits);
    System.out.printf(
        "batches of %d, %d in flight: %.0f upserts of executions/s (%.0f whole executions/s), commit p50 %.2f ms p99 %.2f ms, %.1f us of the writer's processor for each%n",
        size,
        inFlight,
        commits * size / took,
        commits * size / took / 2,
        micros[commits / 2] / 1e3,
        micros[(int) (commits * 0.99)] / 1e3,
        writerMicros);
  }

  /** What the writer's thread has used of a processor: the same on a busy machine. */
  private static long writerNanos() {
    var threads = ManagementFactory.getThreadMXBean();
    return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
        .filter(thread -> thread != null && thread.getThreadName().equals("legato-sql-writer"))
        .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId()))
        .sum();
  }

  private static ExecutionRecord[] create(int size) {
    var created = new ExecutionRecord[size];
    for (int i = 0; i < size; i++) {
      var id = Ids.newExecution(Instant.now(), RANDOM);
      created[i] =
          new ExecutionRecord(
              id,
              Samples.FLOW,
              1,
              1,
              StatusHistory.of(ExecutionStatus.CREATED, Instant.now()),
              Map.of("name", "somebody", "count", 3, "payload", "x".repeat(400)),
              null,
              List.of(new Label(Label.CORRELATION_ID, id.value())),
              null,
              id,
              null,
              1,
              null,
              3,
              null,
              null,
              null,
              false);
    }
    return created;
  }

  private static CommitBatch first(ShardLease lease, ExecutionRecord[] created) {
    var batch = new Batch(lease);
    for (ExecutionRecord execution : created) {
      String id = execution.id().value();
      batch.execution(
          execution, Samples.taskRun(id, 0), Samples.taskRun(id, 1), Samples.taskRun(id, 2));
    }
    return batch.build();
  }

  private static CommitBatch last(ShardLease lease, ExecutionRecord[] created) {
    var batch = new Batch(lease);
    Map<String, Object> outputs = Map.of("value", "y".repeat(100));
    for (ExecutionRecord execution : created) {
      String id = execution.id().value();
      batch.execution(
          Samples.next(execution, ExecutionStatus.SUCCESS, Instant.now()),
          Samples.ended(Samples.taskRun(id, 0), TaskRunStatus.SUCCESS, outputs),
          Samples.ended(Samples.taskRun(id, 1), TaskRunStatus.SUCCESS, outputs),
          Samples.ended(Samples.taskRun(id, 2), TaskRunStatus.SUCCESS, outputs));
      for (int line = 0; line < 3; line++) {
        batch.log(Samples.line(id, "A line of a log that says something about task " + line));
      }
    }
    return batch.build();
  }

  private record Sent(CompletableFuture<Void> done, long at) {}
}
