package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.START;
import static dev.legato.testkit.contract.Samples.calledBy;
import static dev.legato.testkit.contract.Samples.caller;
import static dev.legato.testkit.contract.Samples.created;
import static dev.legato.testkit.contract.Samples.id;
import static dev.legato.testkit.contract.Samples.next;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.FlowCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Walking through executions and counting them. */
public interface ExecutionListContract extends SearchedExecutions {
  /** Ids of all that match, read in portions. */
  private String walk(int limit, List<Filter<ExecutionField>> filters) {
    var ids = new ArrayList<String>();
    Optional<ExecutionRecord> after = Optional.empty();
    List<ExecutionRecord> portion;
    do {
      portion = storage().executions().list(filters, after, limit);
      portion.forEach(found -> ids.add(found.id().value()));
      after = portion.isEmpty() ? after : Optional.of(portion.getLast());
    } while (portion.size() == limit);
    return String.join(" ", ids);
  }

  @Test
  default void portionsComeInTheOrderOfStartWithoutGapsOrRepeats() {
    storeSamples();

    for (int limit = 1; limit < 8; limit++) {
      assertThat(walk(limit, List.of())).as("portions of %d", limit).isEqualTo("e1 e5 e6 e2 e3 e4");
    }
  }

  @Test
  default void portionsHoldOnlyWhatMatches() {
    storeSamples();
    var namespace = Filter.of(ExecutionField.NAMESPACE, Operator.PREFIX, "company.team");
    var ended = Filter.of(ExecutionField.END_DATE, Operator.LESS_THAN, "2026-12-31T00:00:00Z");
    var states = Filter.of(ExecutionField.STATE, Operator.IN, "SUCCESS", "FAILED");

    assertThat(walk(1, List.of(namespace))).isEqualTo("e1 e5 e6 e2");
    assertThat(walk(2, List.of(namespace, ended, states))).isEqualTo("e1 e2");
    assertThat(walk(2, List.of(Filter.of(ExecutionField.ID, Operator.EQUALS, "none")))).isEmpty();
  }

  @Test
  default void whatIsRemovedOnTheWayDoesNotDisturbTheWalk() {
    storeSamples();
    List<ExecutionRecord> first = storage().executions().list(List.of(), Optional.empty(), 1);
    assertThat(storage().executions().delete(first.getFirst().id())).isTrue();

    assertThat(storage().executions().list(List.of(), Optional.of(first.getFirst()), 2))
        .extracting(found -> found.id().value())
        .containsExactly("e5", "e6");
  }

  @Test
  default void aListedExecutionIsWhole() {
    ExecutionRecord awkward = Samples.awkward("a");
    commit(new Batch(lease()).execution(awkward).build());

    assertThat(storage().executions().list(List.of(), Optional.empty(), 10))
        .containsExactly(awkward);
  }

  @Test
  default void executionsAreCountedByFlow() {
    var batch = new Batch(lease());
    var a = new FlowId("ns", "a");
    var b = new FlowId("ns", "b");
    var hostile = new FlowId("other" + Samples.NASTY, "a" + Samples.NASTY);
    add(batch, "a1", a, START, ExecutionStatus.SUCCESS);
    add(batch, "a2", a, START.plusSeconds(60), ExecutionStatus.FAILED);
    add(batch, "a3", a, START.plusSeconds(120), ExecutionStatus.FAILED);
    add(batch, "b1", b, START, ExecutionStatus.SUCCESS);
    add(batch, "h1", hostile, START, ExecutionStatus.FAILED);
    commit(batch.build());
    var store = storage().executions();

    assertThat(store.countByFlow(List.of()))
        .containsExactly(new FlowCount(a, 3), new FlowCount(b, 1), new FlowCount(hostile, 1));
    assertThat(
            store.countByFlow(
                List.of(
                    Filter.of(ExecutionField.NAMESPACE, Operator.EQUALS, "ns"),
                    Filter.of(ExecutionField.FLOW_ID, Operator.IN, "a", "b", "c"),
                    Filter.of(ExecutionField.STATE, Operator.IN, "FAILED", "KILLED"),
                    Filter.of(
                        ExecutionField.START_DATE,
                        Operator.GREATER_THAN_OR_EQUAL_TO,
                        START.plusSeconds(60).toString()))))
        .containsExactly(new FlowCount(a, 2));
    assertThat(store.countByFlow(List.of(Filter.of(ExecutionField.ID, Operator.EQUALS, "none"))))
        .isEmpty();
  }

  private static void add(
      Batch batch, String id, FlowId flow, Instant start, ExecutionStatus status) {
    ExecutionRecord first = created(id, flow, start);
    batch.execution(first).execution(next(first, status, start.plusSeconds(1)));
  }

  @Test
  default void whatATaskRunHasStartedIsCountedByStatus() {
    var batch = new Batch(lease());
    for (int i = 0; i < 5; i++) {
      ExecutionRecord called = calledBy("c" + i, caller("a", 3, i));
      batch.execution(called);
      if (i < 3) {
        batch.execution(next(called, ExecutionStatus.FAILED, START.plusSeconds(1)));
      }
    }
    batch.execution(calledBy("sibling", caller("a", 4, null)));
    batch.execution(calledBy("stranger", caller("b", 3, 0)));
    commit(batch.build());

    assertThat(storage().executions().countCalled(id("a"), 3))
        .isEqualTo(Map.of(ExecutionStatus.CREATED, 2, ExecutionStatus.FAILED, 3));
    assertThat(storage().executions().countCalled(id("a"), 4))
        .isEqualTo(Map.of(ExecutionStatus.CREATED, 1));
    assertThat(storage().executions().countCalled(id("a"), 5)).isEmpty();
  }

  @Test
  default void whatATaskRunHasStartedIsFoundByItsIteration() {
    var batch = new Batch(lease());
    for (int i : List.of(10, 2, 0, 1)) {
      batch.execution(calledBy("c" + i, caller("a", 3, i)));
    }
    batch.execution(calledBy("sibling", caller("a", 4, null)));
    commit(batch.build());
    var ofCaller = Filter.of(ExecutionField.TRIGGER_EXECUTION_ID, Operator.EQUALS, "a");
    var ofTaskRun = Filter.of(ExecutionField.CALLER_TASK_RUN, Operator.EQUALS, "3");

    assertThat(
            SearchedExecutions.ids(
                search(List.of(ofCaller, ofTaskRun), ExecutionField.CALLER_ITERATION, false)))
        .containsExactly("c0", "c1", "c2", "c10");
    assertThat(find(ExecutionField.CALLER_ITERATION, Operator.EQUALS, null, "2"))
        .containsExactly("c2");
    assertThat(find(ExecutionField.CALLER_TASK_RUN, Operator.EQUALS, null, "4"))
        .containsExactly("sibling");
  }
}
