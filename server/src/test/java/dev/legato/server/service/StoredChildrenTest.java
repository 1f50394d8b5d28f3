package dev.legato.server.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionDraft;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.sql.SqlConfig;
import dev.legato.sql.SqlStorage;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredChildrenTest {
  private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
  private static final ExecutionId PARENT = new ExecutionId("parent");
  private static final FlowId FLOW = new FlowId("company.team", "each");
  private static final int ITEMS = 0;

  @TempDir Path directory;
  private SqlStorage storage;

  @BeforeEach
  void open() {
    storage = SqlStorage.open(directory, SqlConfig.DEFAULTS, InstantSource.fixed(START));
  }

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void childrenOfManyPortionsAreReadInTheirOrder() throws Exception {
    var changes = new ArrayList<ExecutionChange>();
    changes.add(parent(1));
    IntStream.range(0, 1_201).forEach(i -> changes.add(child(0, i)));
    store(changes);

    assertThat(outputs()).isEqualTo(IntStream.range(0, 1_201).mapToObj(i -> "0/" + i).toList());
  }

  @Test
  void childrenInWhosePlaceARestartHasStartedOthersAreLeftOut() throws Exception {
    store(List.of(parent(2), child(0, 0), child(0, 1), child(0, 2), child(1, 0), child(1, 2)));

    assertThat(outputs()).containsExactly("1/0", "0/1", "1/2");
  }

  private List<@Nullable Object> outputs() throws Exception {
    var read = new ArrayList<@Nullable Object>();
    var attempt =
        new dev.legato.plugin.Attempt(
            PARENT.value(), FLOW.namespace(), FLOW.id(), 1, "each_merge", "merge", null, 0);
    new StoredChildren(storage.executions(), attempt)
        .readOutputs("each_items", outputs -> read.add(outputs.get("from")));
    return read;
  }

  private void store(List<ExecutionChange> changes) {
    storage
        .executions()
        .commit(
            new CommitBatch(
                storage.executions().acquire(0),
                changes,
                List.of(),
                List.of(),
                List.of(),
                List.of()))
        .join();
  }

  /** The caller, whose task for the items was tried some times. */
  private static ExecutionChange parent(int attempts) {
    var history = StatusHistory.of(TaskRunStatus.RUNNING, START);
    var run =
        new TaskRunRecord(
            PARENT,
            ITEMS,
            "items",
            "each_items",
            null,
            null,
            null,
            history,
            Collections.nCopies(attempts, new Attempt(history)),
            Map.of(),
            null);
    ExecutionRecord record =
        ExecutionDraft.of(PARENT, FLOW, 1, StatusHistory.of(ExecutionStatus.RUNNING, START))
            .version(1)
            .taskRunCount(1)
            .build();
    return ExecutionChange.of(record, List.of(run));
  }

  /** A child that says where it comes from; iterations run side by side and begin in any order. */
  private static ExecutionChange child(int attempt, int iteration) {
    Instant start = START.plusMillis(attempt * 10_000L - iteration);
    var history = StatusHistory.of(ExecutionStatus.SUCCESS, start);
    var id = new ExecutionId("child-%d-%05d".formatted(attempt, iteration));
    ExecutionRecord record =
        ExecutionDraft.of(id, FLOW, 1, history)
            .version(1)
            .caller(new Caller(PARENT, ITEMS, attempt, iteration, List.of(FLOW)))
            .outputs(Map.of("from", attempt + "/" + iteration))
            .over(true)
            .build();
    return ExecutionChange.of(record, List.of());
  }
}
