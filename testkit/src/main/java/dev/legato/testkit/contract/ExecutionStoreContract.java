package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.START;
import static dev.legato.testkit.contract.Samples.awkward;
import static dev.legato.testkit.contract.Samples.child;
import static dev.legato.testkit.contract.Samples.created;
import static dev.legato.testkit.contract.Samples.ended;
import static dev.legato.testkit.contract.Samples.id;
import static dev.legato.testkit.contract.Samples.labelled;
import static dev.legato.testkit.contract.Samples.line;
import static dev.legato.testkit.contract.Samples.loop;
import static dev.legato.testkit.contract.Samples.next;
import static dev.legato.testkit.contract.Samples.taskRun;
import static dev.legato.testkit.contract.Samples.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.Breakpoint;
import dev.legato.model.execution.ExecutionKind;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Lineage;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.Label;
import dev.legato.storage.ShardLease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Commits and reads by key. */
public interface ExecutionStoreContract extends StorageContract {
  @Test
  default void whatWasNeverStoredIsAbsent() {
    assertThat(storage().executions().find(id("none"))).isEmpty();
    assertThat(storage().executions().findRecord(id("none"))).isEmpty();
    assertThat(storage().executions().live()).isEmpty();
    assertThat(storage().executions().timers()).isEmpty();
    assertThat(storage().executions().delete(id("none"))).isFalse();
  }

  @Test
  default void anExecutionComesBackEqual() {
    ExecutionRecord execution = awkward("a");
    commit(new Batch(lease()).execution(execution).build());

    assertThat(storage().executions().findRecord(id("a"))).contains(execution);
    assertThat(storage().executions().find(id("a")))
        .contains(new StoredExecution(execution, List.of()));
  }

  @Test
  default void executionsThatAreThereAreToldFromOthers() {
    commit(new Batch(lease()).execution(created("a")).execution(created(Samples.NASTY)).build());

    assertThat(
            storage()
                .executions()
                .existing(List.of(id("a"), id("none"), id(Samples.NASTY), id("A"))))
        .containsExactlyInAnyOrder(id("a"), id(Samples.NASTY));
    assertThat(storage().executions().existing(List.of())).isEmpty();
  }

  @Test
  default void valuesKeepTheOrderOfTheirKeys() {
    commit(new Batch(lease()).execution(awkward("a")).build());

    assertThat(storage().executions().findRecord(id("a")).orElseThrow().inputs().keySet())
        .containsExactlyElementsOf(Samples.values().keySet());
  }

  @Test
  default void whereAnExecutionStopsAndWhatItComesFromComesBack() {
    var marks = List.of(new Breakpoint("a", null), new Breakpoint("b", Samples.NASTY));
    ExecutionRecord marked =
        created("a")
            .change()
            .breakpoints(marks)
            .kind(ExecutionKind.PLAYGROUND)
            .sparesChildren(true)
            .lineage(new Lineage(id("a"), id("b"), 2, Samples.START))
            .build();
    commit(new Batch(lease()).execution(marked).build());

    assertThat(storage().executions().findRecord(id("a"))).contains(marked);
  }

  @Test
  default void absentOutputsAreNotEmptyOutputs() {
    ExecutionRecord none = created("none");
    ExecutionRecord empty =
        new ExecutionRecord(
            id("empty"),
            none.flow(),
            1,
            1,
            none.history(),
            none.inputs(),
            Map.of(),
            List.of(),
            null,
            id("empty"),
            null,
            1,
            null,
            0,
            null,
            null,
            null,
            false);
    commit(new Batch(lease()).execution(none).execution(empty).build());

    assertThat(storage().executions().findRecord(id("none")).orElseThrow().outputs()).isNull();
    assertThat(storage().executions().findRecord(id("empty")).orElseThrow().outputs()).isEmpty();
  }

  @Test
  default void taskRunsComeBackEqualInTheOrderOfTheirCreation() {
    TaskRunRecord first = loop("a", 0, List.of("x", Samples.NASTY, ""));
    TaskRunRecord second = ended(child("a", 1, 0), TaskRunStatus.WARNING, Samples.values());
    TaskRunRecord tenth = taskRun("a", 10);
    commit(
        new Batch(lease())
            .execution(created("a"), tenth, second, first)
            .execution(created("b"), taskRun("b", 0))
            .build());

    assertThat(storage().executions().find(id("a")).orElseThrow().taskRuns())
        .containsExactly(first, second, tenth);
  }

  @Test
  default void aTaskRunCanChangeWithoutItsExecution() {
    ShardLease lease = lease();
    commit(new Batch(lease).execution(created("a"), taskRun("a", 0), taskRun("a", 1)).build());
    TaskRunRecord changed = ended(taskRun("a", 0), TaskRunStatus.SUCCESS, Samples.values());

    commit(new Batch(lease).taskRuns(changed).build());

    assertThat(storage().executions().find(id("a")))
        .contains(new StoredExecution(created("a"), List.of(changed, taskRun("a", 1))));
  }

  @Test
  default void theValuesOfALoopOutliveItsUpdates() {
    ShardLease lease = lease();
    List<String> items = List.of("1", "2");
    commit(new Batch(lease).execution(created("a"), loop("a", 0, items)).build());

    commit(
        new Batch(lease)
            .taskRuns(ended(loop("a", 0, items), TaskRunStatus.FAILED, Map.of()))
            .build());
    assertThat(storage().executions().find(id("a")).orElseThrow().taskRuns().getFirst().items())
        .isEqualTo(items);

    commit(
        new Batch(lease)
            .taskRuns(ended(loop("a", 0, null), TaskRunStatus.SUCCESS, Map.of()))
            .build());
    TaskRunRecord stored = storage().executions().find(id("a")).orElseThrow().taskRuns().getFirst();
    assertThat(stored.items()).isEqualTo(items);
    assertThat(stored.status()).isEqualTo(TaskRunStatus.SUCCESS);
  }

  @Test
  default void aLoopCanGetItsValuesLaterAndCanHaveNone() {
    ShardLease lease = lease();
    commit(
        new Batch(lease)
            .execution(created("a"), loop("a", 0, null), loop("a", 1, List.of()))
            .build());
    assertThat(storage().executions().find(id("a")).orElseThrow().taskRuns())
        .containsExactly(loop("a", 0, null), loop("a", 1, List.of()));

    commit(new Batch(lease).taskRuns(loop("a", 0, List.of("late"))).build());
    assertThat(storage().executions().find(id("a")).orElseThrow().taskRuns().getFirst().items())
        .isEqualTo(List.of("late"));
  }

  @Test
  default void aLoopWithManyTaskRunsComesBackWhole() {
    int count = 5_000;
    List<String> items = IntStream.range(0, count).mapToObj(Integer::toString).toList();
    var all = new ArrayList<TaskRunRecord>();
    all.add(loop("a", 0, items));
    IntStream.range(1, count).mapToObj(i -> taskRun("a", i)).forEach(all::add);

    commit(new Batch(lease()).execution(created("a"), all.toArray(TaskRunRecord[]::new)).build());

    assertThat(storage().executions().find(id("a")).orElseThrow().taskRuns()).isEqualTo(all);
  }

  @Test
  default void anEmptyBatchIsDurableToo() {
    commit(new Batch(lease()).build());

    assertThat(storage().executions().live()).isEmpty();
  }

  @Test
  default void aVersionFollowsTheOneBefore() {
    ShardLease lease = lease();
    ExecutionRecord second = next(created("a"), ExecutionStatus.RUNNING, START.plusSeconds(1));
    ExecutionRecord third = next(second, ExecutionStatus.SUCCESS, START.plusSeconds(2));
    commit(new Batch(lease).execution(created("a")).build());
    commit(new Batch(lease).execution(second).build());
    commit(new Batch(lease).execution(third).build());

    assertThat(storage().executions().findRecord(id("a"))).contains(third);
  }

  @Test
  default void twoVersionsFitInOneBatch() {
    ExecutionRecord second = next(created("a"), ExecutionStatus.RUNNING, START.plusSeconds(1));
    commit(new Batch(lease()).execution(created("a")).execution(second).build());

    assertThat(storage().executions().findRecord(id("a"))).contains(second);
  }

  @Test
  default void commitsCompleteInTheOrderOfTheirCalls() {
    ShardLease lease = lease();
    var completed = new ConcurrentLinkedQueue<Integer>();
    List<CompletableFuture<Void>> commits =
        IntStream.range(0, 200)
            .mapToObj(
                i ->
                    storage()
                        .executions()
                        .commit(new Batch(lease).execution(created("e" + i)).build())
                        .thenRun(() -> completed.add(i)))
            .toList();
    CompletableFuture.allOf(commits.toArray(CompletableFuture[]::new)).join();

    assertThat(completed).containsExactlyElementsOf(IntStream.range(0, 200).boxed().toList());
  }

  @Test
  default void whoeverIsToldCanReadAtOnce() {
    ShardLease lease = lease();
    for (int i = 0; i < 20; i++) {
      ExecutionRecord execution = created("e" + i);
      commit(new Batch(lease).execution(execution, taskRun("e" + i, 0)).build());
      assertThat(storage().executions().find(execution.id())).isPresent();
    }
  }

  @Test
  default void linesAppendedBeforeACommitAreThereAfterIt() {
    ShardLease lease = lease();
    for (int i = 0; i < 20; i++) {
      storage().logs().append(List.of(line("a", "line " + i)));
      commit(new Batch(lease).execution(created("e" + i)).build());
      var messages = new ArrayList<String>();
      storage().logs().read(id("a"), List.of(), line -> messages.add(line.message()));
      assertThat(messages).hasSize(i + 1).last().isEqualTo("line " + i);
    }
  }

  @Test
  default void aCommitBringsItsOwnLines() {
    commit(new Batch(lease()).execution(created("a")).log(line("a", "with it")).build());

    var lines = new ArrayList<Object>();
    storage().logs().read(id("a"), List.of(), lines::add);
    assertThat(lines).containsExactly(line("a", "with it"));
  }

  @Test
  default void labelsCanChange() {
    ShardLease lease = lease();
    ExecutionRecord first = labelled(created("a"), new Label("k", "old"), new Label("same", "1"));
    ExecutionRecord second =
        labelled(version(first, 2), new Label("same", "1"), new Label("k", "new"));
    commit(new Batch(lease).execution(first).build());
    commit(new Batch(lease).execution(second).build());

    assertThat(storage().executions().findRecord(id("a"))).contains(second);
  }
}
