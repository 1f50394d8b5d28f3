package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.START;
import static dev.legato.testkit.contract.Samples.created;
import static dev.legato.testkit.contract.Samples.id;
import static dev.legato.testkit.contract.Samples.labelled;
import static dev.legato.testkit.contract.Samples.line;
import static dev.legato.testkit.contract.Samples.loop;
import static dev.legato.testkit.contract.Samples.next;
import static dev.legato.testkit.contract.Samples.taskRun;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.Label;
import dev.legato.model.log.MetricEntry;
import dev.legato.storage.CommitBatch.RequestKey;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.PageRequest;
import dev.legato.storage.ShardLease;
import dev.legato.storage.StorageException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an execution leaves in other tables, and how it goes away. */
public interface TimersAndRequestsContract extends StorageContract {
  @Test
  default void timersComeEarliestFirst() {
    var start = new Timer(id("a"), Timer.Kind.START, null, START.plusSeconds(3));
    var retry = new Timer(id("a"), Timer.Kind.RETRY, 0, START.plusSeconds(1));
    var other = new Timer(id("a"), Timer.Kind.RETRY, 1, START.plusNanos(2_000));
    commit(new Batch(lease()).execution(created("a")).set(start).set(retry).set(other).build());

    assertThat(storage().executions().timers()).containsExactly(other, retry, start);
  }

  @Test
  default void settingATimerAgainReplacesIt() {
    ShardLease lease = lease();
    var first = new Timer(id("a"), Timer.Kind.RETRY, 0, START);
    var later = new Timer(id("a"), Timer.Kind.RETRY, 0, START.plusSeconds(60));
    var start = new Timer(id("a"), Timer.Kind.START, null, START);
    var startLater = new Timer(id("a"), Timer.Kind.START, null, START.plusSeconds(61));
    commit(new Batch(lease).execution(created("a")).set(first).set(start).build());
    commit(new Batch(lease).set(later).set(startLater).build());

    assertThat(storage().executions().timers()).containsExactly(later, startLater);
  }

  @Test
  default void aCancelledTimerIsGoneAndOthersStay() {
    ShardLease lease = lease();
    var zero = new Timer(id("a"), Timer.Kind.RETRY, 0, START);
    var one = new Timer(id("a"), Timer.Kind.RETRY, 1, START);
    var start = new Timer(id("a"), Timer.Kind.START, null, START);
    commit(new Batch(lease).execution(created("a")).set(zero).set(one).set(start).build());

    commit(new Batch(lease).cancel(zero.key()).cancel(start.key()).build());
    assertThat(storage().executions().timers()).containsExactly(one);
  }

  @Test
  default void cancellingATimerThatIsNotSetDoesNothing() {
    ShardLease lease = lease();
    commit(new Batch(lease).cancel(new Timer.Key(id("a"), Timer.Kind.RETRY, 0)).build());

    assertThat(storage().executions().timers()).isEmpty();
  }

  @Test
  default void aBatchCancelsBeforeItSets() {
    ShardLease lease = lease();
    var old = new Timer(id("a"), Timer.Kind.RETRY, 0, START);
    var replacement = new Timer(id("a"), Timer.Kind.RETRY, 0, START.plusSeconds(5));
    commit(new Batch(lease).execution(created("a")).set(old).build());
    commit(new Batch(lease).set(replacement).cancel(old.key()).build());

    assertThat(storage().executions().timers()).containsExactly(replacement);
  }

  @Test
  default void aRequestIsFoundByItsKey() {
    var request = new RequestKey(Samples.NASTY, "print", id("a"), START);
    commit(new Batch(lease()).execution(created("a")).request(request).build());

    assertThat(storage().executions().findRequest(Samples.NASTY)).contains(request);
    assertThat(storage().executions().findRequest("other")).isEmpty();
    assertThat(storage().executions().findRequests(List.of("other", Samples.NASTY)))
        .containsExactly(Map.entry(Samples.NASTY, request));
  }

  @Test
  default void aRequestKeyIsUsedOnce() {
    ShardLease lease = lease();
    var request = new RequestKey("key", "print", id("a"), START);
    commit(new Batch(lease).execution(created("a")).request(request).build());

    var again = new RequestKey("key", "other", id("b"), START);
    assertThatThrownBy(
            () -> commit(new Batch(lease).execution(created("b")).request(again).build()))
        .isInstanceOf(StorageException.class);
    assertThat(storage().executions().findRequest("key")).contains(request);
    assertThat(storage().executions().findRecord(id("b"))).isEmpty();
  }

  @Test
  default void oldRequestsAreForgotten() {
    var batch = new Batch(lease());
    batch.execution(created("a"));
    for (int i = 0; i < 2_500; i++) {
      Instant at = START.plusSeconds(i);
      batch.request(new RequestKey("key" + i, "print", id("a"), at));
    }
    commit(batch.build());

    assertThat(storage().executions().deleteRequestsBefore(START.plusSeconds(2_400)))
        .isEqualTo(2_400);
    assertThat(storage().executions().findRequest("key2399")).isEmpty();
    assertThat(storage().executions().findRequest("key2400")).isPresent();
    assertThat(storage().executions().deleteRequestsBefore(START)).isZero();
  }

  @Test
  default void aDeletedExecutionTakesAllItsRowsAlong() {
    ShardLease lease = lease();
    ExecutionRecord first = labelled(created("a"), new Label("k", "v"));
    ExecutionRecord ended = next(first, ExecutionStatus.SUCCESS, START.plusSeconds(1));
    var timer = new Timer(id("a"), Timer.Kind.RETRY, 0, START);
    commit(
        new Batch(lease)
            .execution(first, loop("a", 0, List.of("x")), taskRun("a", 1))
            .execution(ended)
            .set(timer)
            .log(line("a", "gone"))
            .execution(labelled(created("b"), new Label("k", "v")), taskRun("b", 0))
            .log(line("b", "stays"))
            .build());
    storage().metrics().append(List.of(metric("a"), metric("b")));
    flush();

    assertThat(storage().executions().delete(id("a"))).isTrue();

    assertThat(storage().executions().find(id("a"))).isEmpty();
    assertThat(storage().executions().timers()).isEmpty();
    assertThat(storage().metrics().find(id("a"))).isEmpty();
    assertThat(messages("a")).isEmpty();
    assertThat(storage().executions().delete(id("a"))).isFalse();
    assertThat(storage().executions().find(id("b")).orElseThrow().taskRuns()).hasSize(1);
    assertThat(storage().metrics().find(id("b"))).hasSize(1);
    assertThat(messages("b")).containsExactly("stays");
    var byLabel = new Filter<>(ExecutionField.LABELS, Operator.EQUALS, List.of("v"), "k");
    assertThat(
            storage()
                .executions()
                .search(List.of(byLabel), new PageRequest<>(1, 10, List.of()))
                .total())
        .isEqualTo(1);
  }

  @Test
  default void anIdCanBeUsedAgainAfterItsDeletion() {
    ShardLease lease = lease();
    ExecutionRecord ended = next(created("a"), ExecutionStatus.KILLED, START);
    commit(
        new Batch(lease)
            .execution(created("a"), loop("a", 0, List.of("old")))
            .execution(ended)
            .build());
    storage().executions().delete(id("a"));
    commit(new Batch(lease).execution(created("a"), loop("a", 0, List.of("new"))).build());

    assertThat(storage().executions().find(id("a")).orElseThrow().taskRuns())
        .containsExactly(loop("a", 0, List.of("new")));
  }

  @Test
  default void aLiveExecutionIsNotDeleted() {
    commit(new Batch(lease()).execution(created("a")).build());

    assertThatThrownBy(() -> storage().executions().delete(id("a")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("CREATED");
    assertThat(storage().executions().findRecord(id("a"))).isPresent();
  }

  private List<String> messages(String execution) {
    var messages = new ArrayList<String>();
    storage().logs().read(id(execution), List.of(), line -> messages.add(line.message()));
    return messages;
  }

  private static MetricEntry metric(String execution) {
    return new MetricEntry(
        Samples.FLOW,
        id(execution),
        "task",
        "run",
        MetricEntry.Kind.COUNTER,
        "rows",
        1,
        Map.of(),
        START);
  }
}
