package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.Samples.NASTY;
import static dev.legato.testkit.contract.Samples.START;
import static dev.legato.testkit.contract.Samples.created;
import static dev.legato.testkit.contract.Samples.labelled;
import static dev.legato.testkit.contract.Samples.next;
import static dev.legato.testkit.contract.Samples.replayOf;
import static dev.legato.testkit.contract.Samples.startedBy;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Executions to search in, and short ways to do it. */
public interface SearchedExecutions extends StorageContract {
  /** Stores six executions that differ in everything that can be searched. */
  default void storeSamples() {
    var child = new FlowId("company.team.child", "load");
    var sibling = new FlowId("company.teams", "Load_2");
    var batch = new Batch(lease());
    end(batch, created("e1"), ExecutionStatus.SUCCESS, 10);
    end(batch, created("e2", child, START.plusSeconds(60)), ExecutionStatus.FAILED, 20);
    end(
        batch,
        labelled(
            created("e3", sibling, START.plusSeconds(120)),
            new Label("env", "prod"),
            new Label("100%_\\", NASTY)),
        ExecutionStatus.WARNING,
        5);
    batch.execution(
        labelled(
            created("e4", new FlowId("other", "%"), START.plusSeconds(180)),
            new Label("env", "dev"),
            new Label("env", "test"),
            new Label("empty", "")));
    batch.execution(startedBy("e5", "e1"));
    batch.execution(replayOf("e6", "e2"));
    commit(batch.build());
  }

  private static void end(Batch batch, ExecutionRecord first, ExecutionStatus status, int seconds) {
    Instant end = first.history().start().plusSeconds(seconds);
    batch.execution(first).execution(next(first, status, end));
  }

  /** Ids of what one filter finds, in their order. */
  default List<String> find(
      ExecutionField field, Operator operator, @Nullable String key, String... values) {
    var filter = new Filter<>(field, operator, List.of(values), key);
    return ids(search(List.of(filter), ExecutionField.ID, false));
  }

  /** All that matches. */
  default Page<ExecutionRecord> search(
      List<Filter<ExecutionField>> filters, ExecutionField field, boolean descending) {
    return storage()
        .executions()
        .search(filters, new PageRequest<>(1, 100, List.of(new Sort<>(field, descending))));
  }

  /** Ids in the order of the results. */
  static List<String> ids(Page<ExecutionRecord> page) {
    return page.results().stream().map(found -> found.id().value()).toList();
  }
}
