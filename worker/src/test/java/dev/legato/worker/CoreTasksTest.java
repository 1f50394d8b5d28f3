package dev.legato.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.model.log.MetricEntry;
import dev.legato.model.log.MetricEntry.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The tasks of the core plugin, from their properties in the flow to what they leave behind. */
class CoreTasksTest {
  private final WorkerBench bench = new WorkerBench();

  @AfterEach
  void close() {
    bench.close();
  }

  static Stream<Arguments> messages() {
    return Stream.of(
        arguments(Map.of("message", "Hello {{name}}"), List.of("INFO Hello World")),
        arguments(Map.of("message", "plain", "level", "warn"), List.of("WARN plain")),
        arguments(
            Map.of("message", List.of("a", "{{name}}", 3)),
            List.of("INFO a", "INFO World", "INFO 3")),
        arguments(Map.of("message", 12), List.of("INFO 12")),
        arguments(Map.of("message", List.of()), List.of()));
  }

  @ParameterizedTest
  @MethodSource("messages")
  void logWritesALineForEachText(Map<String, @Nullable Object> properties, List<String> lines)
      throws Exception {
    assertThat(bench.run(bench.job("io.kestra.plugin.core.log.Log", properties)))
        .isEqualTo(AttemptResult.success(Map.of()));
    assertThat(bench.logs.lines()).isEqualTo(lines);
  }

  @Test
  void logRefusesOtherKindsOfMessages() throws Exception {
    AttemptResult result =
        bench.run(bench.job("core.log.Log", Map.of("message", Map.of("a", "b"))));

    assertThat(result)
        .isEqualTo(
            AttemptResult.failed(
                "Property 'message' must be a text or a list of texts, but holds a map"));
  }

  @Test
  void aLineSaysWhereItComesFrom() throws Exception {
    Job job = bench.job("core.log.Log", Map.of("message", "hello"));

    bench.run(job);

    assertThat(bench.logs.entries())
        .containsExactly(
            new LogEntry(
                WorkerBench.FLOW,
                WorkerBench.EXECUTION,
                "task",
                job.taskRunId(),
                0,
                WorkerBench.NOW,
                LogLevel.INFO,
                "worker",
                "hello"));
  }

  @Test
  void echoWritesALine() throws Exception {
    Map<String, @Nullable Object> properties = Map.of("format", "Hello {{name}}", "level", "ERROR");

    AttemptResult result = bench.run(bench.job("io.kestra.core.tasks.debugs.Echo", properties));

    assertThat(result.status()).isEqualTo(TaskRunStatus.SUCCESS);
    assertThat(bench.logs.lines()).containsExactly("ERROR Hello World");
  }

  @Test
  void returnHandsItsTextOnAndMeasuresIt() throws Exception {
    AttemptResult result =
        bench.run(bench.job("core.debug.Return", Map.of("format", "Hello {{name}}")));

    assertThat(result).isEqualTo(AttemptResult.success(Map.of("value", "Hello World")));
    assertThat(bench.logs.lines()).containsExactly("DEBUG Hello World");
    List<MetricEntry> metrics = bench.metrics.find(WorkerBench.EXECUTION);
    assertThat(metrics).extracting(MetricEntry::name).containsExactly("length", "duration");
    assertThat(metrics).extracting(MetricEntry::kind).containsExactly(Kind.COUNTER, Kind.TIMER);
    assertThat(metrics)
        .allSatisfy(m -> assertThat(m.tags()).isEqualTo(Map.of("format", "Hello World")));
    assertThat(metrics.getFirst().value()).isEqualTo(11);
    assertThat(metrics.getLast().value()).isBetween(0.0, 60.0);
  }

  @Test
  void returnWithoutTextHandsNothingOn() throws Exception {
    assertThat(bench.run(bench.job("core.debug.Return", Map.of())))
        .isEqualTo(AttemptResult.success(Map.of()));
  }

  static Stream<Arguments> values() {
    return Stream.of(
        arguments(
            Map.of("{{key}}", List.of("{{name}}", 1, Map.of("deep", "{{name}}"))),
            Map.of("color", List.of("World", 1, Map.of("deep", "World")))),
        arguments("{\"a\": [1, \"{{name}}\"]}", Map.of("a", List.of(1, "World"))));
  }

  @ParameterizedTest
  @MethodSource("values")
  void outputValuesHandsItsValuesOn(Object values, Map<String, Object> rendered) throws Exception {
    assertThat(bench.run(bench.job("core.output.OutputValues", Map.of("values", values))))
        .isEqualTo(AttemptResult.success(Map.of("values", rendered)));
  }

  @ParameterizedTest
  @CsvSource({
    "'',SUCCESS",
    "false,SUCCESS",
    "0,SUCCESS",
    "-0,SUCCESS",
    "{{name}},FAILED",
    "no,FAILED",
    "False,FAILED",
    "' ',FAILED",
    "0.0,FAILED"
  })
  void failFailsWhenItsConditionHolds(String condition, TaskRunStatus status) throws Exception {
    assertThat(bench.run(bench.job("core.execution.Fail", Map.of("condition", condition))))
        .extracting(AttemptResult::status)
        .isEqualTo(status);
  }

  @Test
  void failTellsWhy() throws Exception {
    Map<String, @Nullable Object> properties = Map.of("errorMessage", "No {{name}}");

    assertThat(bench.run(bench.job("core.execution.Fail", properties)))
        .isEqualTo(AttemptResult.failed("No World"));
    assertThat(bench.run(bench.job("core.execution.Fail", Map.of())))
        .isEqualTo(AttemptResult.failed("Task failure"));
    assertThat(bench.logs.lines())
        .filteredOn(line -> line.startsWith("ERROR"))
        .containsExactly("ERROR No World", "ERROR Task failure");
  }

  @Test
  void sleepEndsWhenItsTimeHasCome() throws Exception {
    bench.worker.submit(bench.job("core.flow.Sleep", Map.of("duration", "{{wait}}")));

    bench.deadlines.advance(Duration.ofMillis(2_999));
    assertThat(bench.otherEnds()).isEmpty();
    bench.deadlines.advance(Duration.ofMillis(1));
    assertThat(bench.awaitEnd().result()).isEqualTo(AttemptResult.success(Map.of()));
  }

  @Test
  void sleepForNothingEndsAtOnce() throws Exception {
    assertThat(bench.run(bench.job("core.flow.Sleep", Map.of("duration", 0))).status())
        .isEqualTo(TaskRunStatus.SUCCESS);
  }
}
