package dev.legato.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.Label;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.PageRequest;
import dev.legato.testkit.contract.Batch;
import dev.legato.testkit.contract.Samples;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that an earlier version has written opens with all its data. */
final class UpgradeTest {
  private static final Instant CREATED = Instant.parse("2026-01-31T12:00:00Z");

  @TempDir Path directory;

  /** What version 0.1 wrote: its only migration, and rows as its statements stored them. */
  @BeforeEach
  void writeAsTheFirstVersionDid() throws SQLException, IOException {
    try (Connection connection = Sqlite.openWriter(directory.resolve("legato.db"));
        var rows = UpgradeTest.class.getResourceAsStream("/databases/0001.sql");
        var statement = connection.createStatement()) {
      new Migrations(Migrations.SQLITE.subList(0, 1), OpenStorage.CLOCK).apply(connection);
      statement.executeUpdate(new String(rows.readAllBytes(), StandardCharsets.UTF_8));
      connection.commit();
    }
  }

  private SqlStorage open() {
    return SqlStorage.open(directory, SqlConfig.DEFAULTS, OpenStorage.CLOCK);
  }

  @Test
  void nothingIsLost() {
    try (SqlStorage storage = open()) {
      assertThat(storage.integrityCheck()).isEmpty();
      StoredExecution ended = storage.executions().find(Samples.id("ended")).orElseThrow();
      assertThat(ended.execution().status()).isEqualTo(ExecutionStatus.FAILED);
      assertThat(ended.execution().history().start()).isEqualTo(CREATED);
      assertThat(ended.execution().inputs()).isEqualTo(Map.of("name", "x"));
      assertThat(ended.execution().outputs()).isEqualTo(Map.of("sum", 3));
      assertThat(ended.execution().labels()).containsExactly(new Label("env", "prod"));
      assertThat(ended.taskRuns())
          .singleElement()
          .satisfies(
              taskRun -> {
                assertThat(taskRun.status()).isEqualTo(TaskRunStatus.FAILED);
                assertThat(taskRun.items()).isEqualTo(List.of("1", "2"));
              });
      assertThat(storage.flows().latest(Samples.FLOW).orElseThrow().source()).isEqualTo("id: load");
      assertThat(storage.executions().timers()).hasSize(1);
    }
  }

  @Test
  void whatHadEndedIsOverAndWhatHadNotIsLive() {
    try (SqlStorage storage = open()) {
      assertThat(storage.executions().live())
          .containsExactly(Samples.id("called"), Samples.id("running"));
      ExecutionRecord running =
          storage.executions().findRecord(Samples.id("running")).orElseThrow();
      assertThat(running.over()).isFalse();
      assertThat(running.caller()).isNull();
      assertThat(running.variables()).isNull();
      assertThat(running.verdict()).isNull();
      assertThat(storage.executions().findRecord(Samples.id("ended")).orElseThrow().over())
          .isTrue();
    }
  }

  @Test
  void whatAnExecutionStartedIsStillFound() {
    try (SqlStorage storage = open()) {
      var filter = Filter.of(ExecutionField.TRIGGER_EXECUTION_ID, Operator.EQUALS, "ended");
      assertThat(
              storage
                  .executions()
                  .search(List.of(filter), new PageRequest<>(1, 10, List.of()))
                  .results())
          .extracting(found -> found.id())
          .containsExactly(Samples.id("called"));
    }
  }

  @Test
  void whatWasRunningGoesOn() {
    try (SqlStorage storage = open()) {
      ExecutionRecord running =
          storage.executions().findRecord(Samples.id("running")).orElseThrow();
      ExecutionRecord ended =
          Samples.next(running, ExecutionStatus.SUCCESS, CREATED.plusSeconds(60));

      storage
          .executions()
          .commit(new Batch(storage.executions().acquire(0)).execution(ended).build())
          .join();

      assertThat(storage.executions().findRecord(running.id())).contains(ended);
      assertThat(storage.executions().live()).containsExactly(Samples.id("called"));
    }
  }

  @Test
  void openingTwiceChangesNothingMore() {
    open().close();
    try (SqlStorage storage = open()) {
      assertThat(storage.integrityCheck()).isEmpty();
      assertThat(storage.executions().live())
          .containsExactly(Samples.id("called"), Samples.id("running"));
    }
  }
}
