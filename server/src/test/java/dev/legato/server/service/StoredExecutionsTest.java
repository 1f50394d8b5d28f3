package dev.legato.server.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.files.LocalFileStore;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.flow.FlowId;
import dev.legato.plugin.execution.CountQuery;
import dev.legato.plugin.execution.ExecutionPurge;
import dev.legato.plugin.execution.FlowCount;
import dev.legato.plugin.execution.FlowName;
import dev.legato.plugin.execution.PurgedExecutions;
import dev.legato.sql.SqlConfig;
import dev.legato.sql.SqlStorage;
import dev.legato.storage.CommitBatch;
import dev.legato.storage.CommitBatch.ExecutionChange;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.SafePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoredExecutionsTest {
  private static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
  private static final FlowId LOAD = new FlowId("company.team", "load");
  private static final FlowId SAVE = new FlowId("company.team", "save");

  @TempDir Path directory;
  private SqlStorage storage;
  private LocalFileStore files;
  private StoredExecutions executions;

  @BeforeEach
  void open() {
    storage =
        SqlStorage.open(directory, SqlConfig.DEFAULTS, InstantSource.fixed(START.plusSeconds(9)));
    files = LocalFileStore.open(directory.resolve("files"));
    executions = new StoredExecutions(storage, files, (_, _) -> {}, storage.executions()::remove);
  }

  @AfterEach
  void close() {
    files.close();
    storage.close();
  }

  private static ExecutionRecord execution(String id, FlowId flow, ExecutionStatus status) {
    return new ExecutionRecord(
        new ExecutionId(id),
        flow,
        1,
        1,
        StatusHistory.of(ExecutionStatus.CREATED, START).with(status, START.plusSeconds(1)),
        Map.of(),
        null,
        List.of(),
        null,
        new ExecutionId(id),
        null,
        1,
        null,
        0,
        null,
        null,
        null,
        status.isTerminal());
  }

  private void store(Stream<ExecutionRecord> records) {
    storage
        .executions()
        .commit(
            new CommitBatch(
                storage.executions().acquire(0),
                records.map(record -> ExecutionChange.of(record, List.of())).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of()))
        .join();
  }

  private static ExecutionPurge purge(String flow, ExecutionPurge.Parts parts) {
    return new ExecutionPurge("company", flow, null, START.plusSeconds(5), List.of(), parts);
  }

  @Test
  void aPurgeRemovesAllThatHaveEndedWithTheirFiles() throws Exception {
    store(IntStream.range(0, 250).mapToObj(i -> execution("e" + i, LOAD, ExecutionStatus.FAILED)));
    store(
        Stream.of(
            execution("running", LOAD, ExecutionStatus.RUNNING),
            execution("other", SAVE, ExecutionStatus.SUCCESS)));
    for (String id : List.of("e0", "e249", "running", "other")) {
      putFile(id.equals("other") ? SAVE : LOAD, id);
    }

    PurgedExecutions purged =
        executions.purge(purge("load", new ExecutionPurge.Parts(true, true, true, true)));

    assertThat(purged).isEqualTo(new PurgedExecutions(250, 0, 0, 2));
    assertThat(storage.executions().list(List.of(), Optional.empty(), 10))
        .extracting(record -> record.id().value())
        .containsExactly("other", "running");
    assertThat(files.listBelow(SafePath.TOP, Optional.empty(), 10)).hasSize(2);
  }

  @Test
  void aPurgeOfFilesAloneLeavesTheExecutions() throws Exception {
    store(Stream.of(execution("a", LOAD, ExecutionStatus.SUCCESS)));
    putFile(LOAD, "a");

    assertThat(executions.purge(purge("load", new ExecutionPurge.Parts(false, false, false, true))))
        .isEqualTo(new PurgedExecutions(0, 0, 0, 1));
    assertThat(storage.executions().findRecord(new ExecutionId("a"))).isPresent();
  }

  private void putFile(FlowId flow, String execution) throws IOException {
    SafePath folder = FileLayout.execution(flow, new ExecutionId(execution));
    files.put(folder.resolve("data.txt"), new ByteArrayInputStream(new byte[] {1}));
  }

  @Test
  void flowsAreCountedOneByOneAlsoThoseWithoutExecutions() {
    store(
        Stream.of(
            execution("a", LOAD, ExecutionStatus.SUCCESS),
            execution("b", LOAD, ExecutionStatus.FAILED),
            execution("c", SAVE, ExecutionStatus.FAILED),
            execution("d", new FlowId("company", "load"), ExecutionStatus.FAILED)));
    var load = new FlowName("company.team", "load");
    var none = new FlowName("company", "none");

    assertThat(
            executions.count(
                new CountQuery(List.of(load, none), List.of(), List.of("FAILED"), START, null)))
        .containsExactly(new FlowCount(load, 1), new FlowCount(none, 0));
  }
}
