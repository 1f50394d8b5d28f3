package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.START;
import static dev.legato.testkit.contract.Samples.calledBy;
import static dev.legato.testkit.contract.Samples.caller;
import static dev.legato.testkit.contract.Samples.child;
import static dev.legato.testkit.contract.Samples.created;
import static dev.legato.testkit.contract.Samples.ended;
import static dev.legato.testkit.contract.Samples.id;
import static dev.legato.testkit.contract.Samples.loop;
import static dev.legato.testkit.contract.Samples.next;
import static dev.legato.testkit.contract.Samples.over;
import static dev.legato.testkit.contract.Samples.taskRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.storage.ShardLease;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Executions that are under way, have ended, are over, and go on again. */
public interface ExecutionLifeContract extends StorageContract {
  @Test
  default void everyStatusAndVerdictComesBack() {
    var batch = new Batch(lease());
    var all = new ArrayList<ExecutionRecord>();
    for (ExecutionStatus status : ExecutionStatus.values()) {
      ExecutionRecord first = created(status.name());
      ExecutionRecord second = next(first, status, START.plusSeconds(1));
      batch.execution(first).execution(second);
      all.add(second);
    }
    commit(batch.build());

    for (ExecutionRecord execution : all) {
      assertThat(storage().executions().findRecord(execution.id())).contains(execution);
    }
  }

  @Test
  default void everyStatusOfATaskRunComesBack() {
    TaskRunStatus[] statuses = TaskRunStatus.values();
    TaskRunRecord[] all =
        IntStream.range(0, statuses.length)
            .mapToObj(i -> ended(taskRun("a", i), statuses[i], Map.of()))
            .toArray(TaskRunRecord[]::new);
    commit(new Batch(lease()).execution(created("a"), all).build());

    assertThat(storage().executions().find(id("a")).orElseThrow().taskRuns()).containsExactly(all);
  }

  @Test
  default void aCallerComesBackWithAndWithoutAnIteration() {
    ExecutionRecord single = calledBy("single", caller("a", 3, null));
    ExecutionRecord batch = calledBy("batch", caller("a", 0, 12));
    ExecutionRecord alone = calledBy("alone", new Caller(id("a"), 1, 2, null, List.of()));
    commit(new Batch(lease()).execution(single).execution(batch).execution(alone).build());

    for (ExecutionRecord execution : List.of(single, batch, alone)) {
      assertThat(storage().executions().findRecord(execution.id())).contains(execution);
    }
  }

  @Test
  default void liveExecutionsAreThoseThatAreNotOver() {
    var batch = new Batch(lease());
    for (ExecutionStatus status : ExecutionStatus.values()) {
      ExecutionRecord first = created(status.name());
      batch.execution(first).execution(next(first, status, START.plusSeconds(1)));
    }
    ExecutionRecord ended = next(created("ended"), ExecutionStatus.FAILED, START.plusSeconds(1));
    batch.execution(created("ended")).execution(over(ended, false));
    commit(batch.build());

    var expected = new ArrayList<>(List.of(id("ended")));
    for (ExecutionStatus status : ExecutionStatus.values()) {
      if (!status.isTerminal()) {
        expected.add(id(status.name()));
      }
    }
    assertThat(storage().executions().live()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  default void liveExecutionsAreOldestFirst() {
    commit(
        new Batch(lease())
            .execution(created("c"))
            .execution(created("a"))
            .execution(created("b"))
            .build());

    assertThat(storage().executions().live()).containsExactly(id("a"), id("b"), id("c"));
  }

  @Test
  default void aRestartedExecutionIsLiveAgain() {
    ShardLease lease = lease();
    ExecutionRecord ended = next(created("a"), ExecutionStatus.FAILED, START.plusSeconds(1));
    commit(new Batch(lease).execution(created("a")).execution(ended).build());
    assertThat(storage().executions().live()).isEmpty();

    commit(
        new Batch(lease)
            .execution(next(ended, ExecutionStatus.RESTARTED, START.plusSeconds(9)))
            .build());
    assertThat(storage().executions().live()).containsExactly(id("a"));
  }

  @Test
  default void anExecutionThatHasEndedButIsNotOverIsNotDeleted() {
    ExecutionRecord ended = next(created("a"), ExecutionStatus.FAILED, START.plusSeconds(1));
    commit(new Batch(lease()).execution(created("a")).execution(over(ended, false)).build());

    assertThatThrownBy(() -> storage().executions().delete(id("a")))
        .isInstanceOf(IllegalStateException.class);
    assertThat(storage().executions().findRecord(id("a"))).contains(over(ended, false));
  }

  @Test
  default void removedTaskRunsAreGoneWithTheirValues() {
    ShardLease lease = lease();
    ExecutionRecord first = created("a");
    ExecutionRecord second = next(first, ExecutionStatus.RESTARTED, START.plusSeconds(1));
    commit(
        new Batch(lease)
            .execution(first, taskRun("a", 0), loop("a", 1, List.of("x", "y")), child("a", 2, 1))
            .execution(created("b"), taskRun("b", 1), taskRun("b", 2))
            .build());

    commit(new Batch(lease).rewound(second, List.of(taskRun("a", 3)), 1, 2, 99).build());

    assertThat(storage().executions().find(id("a")).orElseThrow().taskRuns())
        .containsExactly(taskRun("a", 0), taskRun("a", 3));
    assertThat(storage().executions().find(id("b")).orElseThrow().taskRuns()).hasSize(2);

    commit(new Batch(lease).taskRuns(loop("a", 4, List.of("z"))).build());
    assertThat(storage().executions().find(id("a")).orElseThrow().taskRuns())
        .last()
        .isEqualTo(loop("a", 4, List.of("z")));
  }

  @Test
  default void aTaskRunMadeAndRemovedInOneBatchIsGone() {
    ExecutionRecord second = next(created("a"), ExecutionStatus.RUNNING, START.plusSeconds(1));
    commit(
        new Batch(lease())
            .execution(created("a"), taskRun("a", 0), taskRun("a", 1))
            .rewound(second, List.of(), 1)
            .build());

    assertThat(storage().executions().find(id("a")).orElseThrow().taskRuns())
        .containsExactly(taskRun("a", 0));
  }

  @Test
  default void whatARefusedBatchRemovesStays() {
    ShardLease lease = lease();
    ExecutionRecord second = next(created("a"), ExecutionStatus.RUNNING, START.plusSeconds(1));
    commit(new Batch(lease).execution(created("a"), taskRun("a", 0)).build());

    ExecutionRecord wrong = Samples.version(second, 7);
    assertThatThrownBy(() -> commit(new Batch(lease).rewound(wrong, List.of(), 0).build()))
        .isInstanceOf(RuntimeException.class);

    assertThat(storage().executions().find(id("a")).orElseThrow().taskRuns())
        .containsExactly(taskRun("a", 0));
  }

  @Test
  default void manyTaskRunsAreRemovedAtOnce() {
    ShardLease lease = lease();
    int count = 5_000;
    TaskRunRecord[] all =
        IntStream.range(0, count).mapToObj(i -> taskRun("a", i)).toArray(TaskRunRecord[]::new);
    commit(new Batch(lease).execution(created("a"), all).build());

    Integer[] allButOne = IntStream.range(1, count).boxed().toArray(Integer[]::new);
    ExecutionRecord second = next(created("a"), ExecutionStatus.RESTARTED, START.plusSeconds(1));
    commit(new Batch(lease).rewound(second, List.of(), allButOne).build());

    assertThat(storage().executions().find(id("a")).orElseThrow().taskRuns())
        .containsExactly(taskRun("a", 0));
  }
}
