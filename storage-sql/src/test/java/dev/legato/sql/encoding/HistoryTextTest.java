package dev.legato.sql.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.StatusHistory.Entry;
import dev.legato.model.execution.TaskRunStatus;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HistoryTextTest {
  private static final Instant START = Instant.parse("2026-01-31T12:00:00.123456Z");

  @Test
  void timesAreWrittenAsDifferences() {
    var history =
        StatusHistory.of(TaskRunStatus.CREATED, START)
            .with(TaskRunStatus.RUNNING, START.plusNanos(1_500_000))
            .with(TaskRunStatus.SUCCESS, START);

    assertThat(HistoryText.encode(history))
        .isEqualTo("CREATED 1769860800123456,RUNNING 1500,SUCCESS -1500");
    assertThat(HistoryText.decodeTaskRun("CREATED 1769860800123456,RUNNING 1500,SUCCESS -1500"))
        .isEqualTo(history);
  }

  @Test
  void everyStatusComesBack() {
    var tasks =
        StatusHistory.of(
            Arrays.stream(TaskRunStatus.values()).map(s -> new Entry<>(s, START)).toList());
    var executions =
        StatusHistory.of(
            Arrays.stream(ExecutionStatus.values()).map(s -> new Entry<>(s, START)).toList());

    assertThat(HistoryText.decodeTaskRun(HistoryText.encode(tasks))).isEqualTo(tasks);
    assertThat(HistoryText.decodeExecution(HistoryText.encode(executions))).isEqualTo(executions);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1970-01-01T00:00:00Z", "1960-02-29T23:59:59.999999Z", "3000-12-31T00:00:00Z"})
  void distantTimesComeBack(Instant at) {
    var history = StatusHistory.of(ExecutionStatus.CREATED, at).with(ExecutionStatus.FAILED, START);

    assertThat(HistoryText.decodeExecution(HistoryText.encode(history))).isEqualTo(history);
  }

  @Test
  void attemptsComeBackInOrder() {
    var one = new Attempt(StatusHistory.of(TaskRunStatus.FAILED, START));
    var two =
        new Attempt(
            StatusHistory.of(TaskRunStatus.RUNNING, START)
                .with(TaskRunStatus.KILLED, START.plusSeconds(1)),
            "kestra:///a/b/executions/x/tasks/t/y/attempt-1.log");

    assertThat(HistoryText.decodeAttempts(HistoryText.encodeAttempts(List.of(one, two, one))))
        .containsExactly(one, two, one);
    assertThat(HistoryText.encodeAttempts(List.of())).isEmpty();
    assertThat(HistoryText.decodeAttempts("")).isEmpty();
  }

  @Test
  void anUnknownStatusIsNamed() {
    assertThatThrownBy(() -> HistoryText.decodeTaskRun("DREAMING 5"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("DREAMING 5");
  }
}
