package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.FLOW;
import static dev.legato.testkit.contract.Samples.START;
import static dev.legato.testkit.contract.Samples.created;
import static dev.legato.testkit.contract.Samples.id;
import static dev.legato.testkit.contract.Samples.line;
import static dev.legato.testkit.contract.Samples.loop;
import static dev.legato.testkit.contract.Samples.next;
import static dev.legato.testkit.contract.Samples.over;
import static dev.legato.testkit.contract.Samples.taskRun;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.Timer;
import dev.legato.model.log.LogEntry;
import dev.legato.model.log.MetricEntry;
import dev.legato.storage.Removal;
import dev.legato.storage.ShardLease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Executions are removed with what belongs to them, while other work goes on. */
public interface ExecutionRemovalContract extends StorageContract {
  private static MetricEntry figure(String execution) {
    return new MetricEntry(
        FLOW, id(execution), "task", "run", MetricEntry.Kind.COUNTER, "rows", 1, Map.of(), START);
  }

  /** An execution that is over, with three task runs, three lines and two figures. */
  private Batch addEnded(Batch batch, String id) {
    storage().metrics().append(List.of(figure(id), figure(id)));
    return batch
        .execution(created(id), taskRun(id, 0), loop(id, 1, List.of("x")), taskRun(id, 2))
        .execution(next(created(id), ExecutionStatus.SUCCESS, START.plusSeconds(1)))
        .set(new Timer(id(id), Timer.Kind.PAUSE, 0, START))
        .log(line(id, "1"))
        .log(line(id, "2"))
        .log(line(id, "3"));
  }

  private long lines(String execution) {
    var lines = new ArrayList<LogEntry>();
    storage().logs().read(id(execution), List.of(), lines::add);
    return lines.size();
  }

  @ParameterizedTest(name = "executions {0}, logs {1}, metrics {2}")
  @CsvSource({
    "true, true, true",
    "true, false, false",
    "true, true, false",
    "false, true, true",
    "false, false, true",
    "false, false, false"
  })
  default void onlyWhatIsAskedForGoes(boolean executions, boolean logs, boolean metrics) {
    var batch = new Batch(lease());
    List.of("a", "b", "c").forEach(id -> addEnded(batch, id));
    commit(batch.build());

    Removal.Count count =
        storage()
            .executions()
            .remove(List.of(id("a"), id("none"), id("b")), new Removal(executions, logs, metrics));

    assertThat(count)
        .isEqualTo(new Removal.Count(executions ? 2 : 0, logs ? 6 : 0, metrics ? 4 : 0));
    for (String id : List.of("a", "b")) {
      assertThat(storage().executions().find(id(id)).isPresent()).isEqualTo(!executions);
      assertThat(lines(id)).isEqualTo(logs ? 0 : 3);
      assertThat(storage().metrics().find(id(id))).hasSize(metrics ? 0 : 2);
    }
    assertThat(storage().executions().find(id("c")).orElseThrow().taskRuns()).hasSize(3);
    assertThat(lines("c")).isEqualTo(3);
    assertThat(storage().metrics().find(id("c"))).hasSize(2);
    assertThat(storage().executions().timers()).hasSize(executions ? 1 : 3);
  }

  @Test
  default void executionsThatAreNotOverStayAsTheyAre() {
    ExecutionRecord ended = next(created("ended"), ExecutionStatus.FAILED, START.plusSeconds(1));
    commit(
        new Batch(lease())
            .execution(created("live"), taskRun("live", 0))
            .log(line("live", "x"))
            .execution(created("ended"))
            .execution(over(ended, false))
            .log(line("ended", "x"))
            .build());

    assertThat(storage().executions().remove(List.of(id("live"), id("ended")), Removal.EVERYTHING))
        .isEqualTo(Removal.Count.NOTHING);

    assertThat(storage().executions().find(id("live")).orElseThrow().taskRuns()).hasSize(1);
    assertThat(storage().executions().findRecord(id("ended"))).isPresent();
    assertThat(lines("live")).isEqualTo(1);
    assertThat(lines("ended")).isEqualTo(1);
  }

  @Test
  default void largeAndManyExecutionsGoWhole() {
    ShardLease lease = lease();
    TaskRunRecord[] taskRuns =
        IntStream.range(0, 2_500).mapToObj(i -> taskRun("large", i)).toArray(TaskRunRecord[]::new);
    var batch = new Batch(lease);
    batch.execution(created("large"), taskRuns);
    batch.execution(next(created("large"), ExecutionStatus.KILLED, START.plusSeconds(1)));
    IntStream.range(0, 2_999).forEach(i -> batch.log(line("large", "line " + i)));
    var ids = new ArrayList<ExecutionId>(List.of(id("large")));
    for (int i = 0; i < 700; i++) {
      addEnded(batch, "e" + i);
      ids.add(id("e" + i));
    }
    addEnded(batch, "stays");
    commit(batch.build());

    assertThat(storage().executions().remove(ids, Removal.EVERYTHING))
        .isEqualTo(new Removal.Count(701, 2_999 + 2_100, 1_400));

    assertThat(
            storage().executions().list(List.of(), Optional.empty(), 10).stream()
                .map(ExecutionRecord::id))
        .containsExactly(id("stays"));
    assertThat(lines("large")).isZero();
    assertThat(storage().executions().remove(ids, Removal.EVERYTHING))
        .isEqualTo(Removal.Count.NOTHING);
  }

  @Test
  default void commitsGoOnWhileMuchIsRemoved() {
    ShardLease lease = lease();
    var batch = new Batch(lease);
    var ids = new ArrayList<ExecutionId>();
    for (int i = 0; i < 2_000; i++) {
      addEnded(batch, "e" + i);
      ids.add(id("e" + i));
    }
    commit(batch.build());

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var removal =
          CompletableFuture.supplyAsync(
              () -> storage().executions().remove(ids, Removal.EVERYTHING), threads);
      int commits = 0;
      while (!removal.isDone()) {
        commit(new Batch(lease).execution(created("new" + commits)).build());
        commits++;
      }
      assertThat(removal.join().executions()).isEqualTo(2_000);
      assertThat(commits).as("commits in between").isGreaterThan(3);
    }
  }
}
