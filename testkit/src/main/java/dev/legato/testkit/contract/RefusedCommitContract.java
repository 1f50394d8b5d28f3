package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.created;
import static dev.legato.testkit.contract.Samples.id;
import static dev.legato.testkit.contract.Samples.line;
import static dev.legato.testkit.contract.Samples.taskRun;
import static dev.legato.testkit.contract.Samples.version;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.storage.ShardLease;
import dev.legato.storage.StaleLeaseException;
import dev.legato.storage.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is refused, and what a refusal means for those who come after. */
public interface RefusedCommitContract extends StorageContract {
  @Test
  default void aVersionThatSkipsOneIsRefused() {
    ShardLease lease = lease();
    commit(new Batch(lease).execution(created("a")).build());

    assertThatThrownBy(() -> commit(new Batch(lease).execution(version(created("a"), 3)).build()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("a")
        .hasMessageContaining("version 2");
    assertThat(storage().executions().findRecord(id("a"))).contains(created("a"));
  }

  @Test
  default void theSameVersionTwiceIsRefused() {
    ShardLease lease = lease();
    commit(new Batch(lease).execution(created("a")).build());
    commit(new Batch(lease).execution(version(created("a"), 2)).build());

    assertThatThrownBy(() -> commit(new Batch(lease).execution(version(created("a"), 2)).build()))
        .isInstanceOf(StorageException.class);
  }

  @Test
  default void theFirstVersionTwiceIsRefused() {
    ShardLease lease = lease();
    commit(new Batch(lease).execution(created("a")).build());

    assertThatThrownBy(() -> commit(new Batch(lease).execution(created("a")).build()))
        .isInstanceOf(StorageException.class);
  }

  @Test
  default void anUpdateOfWhatDoesNotExistIsRefused() {
    ShardLease lease = lease();

    assertThatThrownBy(() -> commit(new Batch(lease).execution(version(created("a"), 2)).build()))
        .isInstanceOf(StorageException.class);
    assertThat(storage().executions().findRecord(id("a"))).isEmpty();
  }

  @Test
  default void aTaskRunOfNoExecutionIsRefused() {
    ShardLease lease = lease();

    assertThatThrownBy(() -> commit(new Batch(lease).taskRuns(taskRun("none", 0)).build()))
        .isInstanceOf(StorageException.class);
  }

  @Test
  default void aRefusedBatchLeavesNothingBehind() {
    ShardLease lease = lease();
    commit(new Batch(lease).execution(created("a")).build());
    var bad =
        new Batch(lease)
            .execution(created("b"), taskRun("b", 0))
            .execution(version(created("a"), 9))
            .log(line("b", "never"))
            .build();

    assertThatThrownBy(() -> commit(bad)).isInstanceOf(StorageException.class);

    assertThat(storage().executions().find(id("b"))).isEmpty();
    flush();
    var lines = new ArrayList<String>();
    storage().logs().read(id("b"), List.of(), line -> lines.add(line.message()));
    assertThat(lines).isEmpty();
  }

  @Test
  default void afterAFailureTheLeaseIsWorthNothing() {
    ShardLease lease = lease();
    assertThatThrownBy(() -> commit(new Batch(lease).execution(version(created("a"), 2)).build()))
        .isInstanceOf(StorageException.class);

    assertThatThrownBy(() -> commit(new Batch(lease).execution(created("b")).build()))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("Acquire");

    commit(new Batch(lease()).execution(created("b")).build());
    assertThat(storage().executions().findRecord(id("b"))).isPresent();
  }

  @Test
  default void commitsQueuedBehindAFailureFailToo() {
    ShardLease lease = lease();
    var executions = storage().executions();
    CompletableFuture<Void> good =
        executions.commit(new Batch(lease).execution(created("a")).build());
    CompletableFuture<Void> bad =
        executions.commit(new Batch(lease).execution(version(created("x"), 2)).build());
    List<CompletableFuture<Void>> behind =
        IntStream.range(0, 20)
            .mapToObj(i -> executions.commit(new Batch(lease).execution(created("b" + i)).build()))
            .toList();

    assertThat(bad).failsWithin(Duration.ofSeconds(10));
    assertThat(behind).allSatisfy(commit -> assertThat(commit).failsWithin(Duration.ofSeconds(10)));
    good.join();
    assertThat(executions.live()).containsExactly(id("a"));
  }

  @Test
  default void aBadBatchFailsAlone() {
    ShardLease bad = storage().executions().acquire(1);
    ShardLease good = storage().executions().acquire(2);
    var executions = storage().executions();
    var commits = new ArrayList<CompletableFuture<Void>>();
    CompletableFuture<Void> failing = new CompletableFuture<>();
    for (int i = 0; i < 50; i++) {
      commits.add(executions.commit(new Batch(good).execution(created("good" + i)).build()));
      if (i == 25) {
        failing = executions.commit(new Batch(bad).execution(version(created("x"), 5)).build());
      }
    }

    CompletableFuture.allOf(commits.toArray(CompletableFuture[]::new)).join();
    assertThat(failing).failsWithin(Duration.ofSeconds(10));
    assertThat(executions.live()).hasSize(50);
  }

  @Test
  default void aLeaseEndsWhenAnotherIsTaken() {
    ShardLease old = lease();
    ShardLease current = lease();
    assertThat(current.epoch()).isGreaterThan(old.epoch());

    assertThatThrownBy(() -> commit(new Batch(old).execution(created("a")).build()))
        .isInstanceOf(StaleLeaseException.class);
    commit(new Batch(current).execution(created("b")).build());
    assertThat(storage().executions().live()).containsExactly(id("b"));
  }

  @Test
  default void aLeaseThatWasNeverTakenIsRefused() {
    var unknown = new ShardLease(77, 1);

    assertThatThrownBy(() -> commit(new Batch(unknown).execution(created("a")).build()))
        .isInstanceOf(StaleLeaseException.class);
  }

  @Test
  default void shardsHaveLeasesOfTheirOwn() {
    ShardLease one = storage().executions().acquire(1);
    ShardLease two = storage().executions().acquire(2);
    storage().executions().acquire(2);

    commit(new Batch(one).execution(created("a")).build());
    assertThatThrownBy(() -> commit(new Batch(two).execution(created("b")).build()))
        .isInstanceOf(StaleLeaseException.class);
  }
}
