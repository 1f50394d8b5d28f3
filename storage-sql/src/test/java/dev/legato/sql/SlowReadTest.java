package dev.legato.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.model.log.LogEntry;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.LogField;
import dev.legato.storage.PageRequest;
import dev.legato.storage.StorageException;
import dev.legato.testkit.contract.Batch;
import dev.legato.testkit.contract.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reads that would take for ever. */
final class SlowReadTest {
  private static final SqlConfig IMPATIENT =
      new SqlConfig(1, 1, Duration.ofMillis(300), 1 << 20, Duration.ofMillis(1));

  /** The back reference keeps the JDK from remembering what it has tried. */
  private static final String EXPLODING = "^(a+)+\\1b$";

  @TempDir Path directory;

  @Test
  void aRegularExpressionThatExplodesIsStopped() {
    try (SqlStorage storage = SqlStorage.open(directory, IMPATIENT, OpenStorage.CLOCK)) {
      storeLine(storage, "a".repeat(40) + "!");

      assertThatThrownBy(() -> search(storage, Operator.REGEX, EXPLODING))
          .isInstanceOf(StorageException.class)
          .hasMessageContaining("300 ms");
      assertThat(search(storage, Operator.REGEX, "^a+!$")).isEqualTo(1);
    }
  }

  @Test
  void manySlowSearchesHoldUpNoLookup() throws Exception {
    try (SqlStorage storage = SqlStorage.open(directory, IMPATIENT, OpenStorage.CLOCK);
        var callers = Executors.newVirtualThreadPerTaskExecutor()) {
      storeLine(storage, "a".repeat(40) + "!");
      Callable<Long> slow = () -> search(storage, Operator.REGEX, EXPLODING);
      var searches = IntStream.range(0, 100).mapToObj(_ -> callers.submit(slow)).toList();

      for (int i = 0; i < 20; i++) {
        assertThat(storage.executions().findRecord(Samples.id("e"))).isPresent();
      }
      for (var search : searches) {
        assertThatThrownBy(search::get)
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(StorageException.class);
      }
    }
  }

  private static void storeLine(SqlStorage storage, String task) {
    var lease = storage.executions().acquire(0);
    var line = Samples.line("e", "x");
    var odd =
        new LogEntry(
            line.flow(),
            line.execution(),
            task,
            line.taskRunId(),
            line.attempt(),
            line.timestamp(),
            line.level(),
            line.thread(),
            line.message());
    storage
        .executions()
        .commit(new Batch(lease).execution(Samples.created("e")).log(odd).build())
        .join();
  }

  private static long search(SqlStorage storage, Operator operator, String value) {
    return storage
        .logs()
        .search(
            List.of(Filter.of(LogField.TASK_ID, operator, value)),
            new PageRequest<>(1, 10, List.of()))
        .total();
  }
}
