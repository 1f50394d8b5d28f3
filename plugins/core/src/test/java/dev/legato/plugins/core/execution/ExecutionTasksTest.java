package dev.legato.plugins.core.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.execution.ExecutionPurge;
import dev.legato.plugin.execution.FlowName;
import dev.legato.plugin.log.LogLine;
import dev.legato.plugin.log.LogPurge;
import dev.legato.plugin.log.LogQuery;
import dev.legato.plugins.core.FakeContext;
import dev.legato.plugins.core.FakeExecutions;
import dev.legato.plugins.core.FakeLogs;
import dev.legato.plugins.core.log.Fetch;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks about executions and their logs. */
class ExecutionTasksTest {
  private static final FlowName OWN = new FlowName("shop.eu", "orders");
  private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

  @TempDir private static Path folder;

  private final FakeContext context = new FakeContext(folder);
  private final FakeExecutions executions = (FakeExecutions) context.executions;
  private final FakeLogs logs = (FakeLogs) context.logs;

  @Test
  void countKeepsTheFlowsThatItsExpressionChooses() throws Exception {
    executions.counts.put(new FlowName("a", "busy"), 3L);
    context.templates = (_, variables) -> String.valueOf(variables.get("count").equals(0L));

    Record result =
        context.run(
            "execution.Count",
            Map.of(
                "flows",
                List.of(
                    Map.of("namespace", "a", "flowId", "busy"),
                    Map.of("namespace", "a", "flowId", "silent")),
                "states",
                List.of("success", "FAILED"),
                "startDate",
                "2026-05-01T02:00:00+02:00",
                "expression",
                "{{ count == 0 }}"));

    assertThat(result).isEqualTo(new Count.Result(List.of(new Count.Row("a", "silent", 0)), 0));
    assertThat(executions.counted.states()).containsExactly("SUCCESS", "FAILED");
    assertThat(executions.counted.startedAfter()).isEqualTo(MAY);
  }

  @Test
  void countNeedsToKnowWhatToCount() {
    assertThatThrownBy(
            () ->
                context.run(
                    "execution.Count",
                    Map.of("startDate", "2026-05-01T00:00:00Z", "expression", "true")))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("'flows' or 'namespaces'");
  }

  @Test
  void assertTellsEverythingThatDoesNotHold() {
    List<String> conditions = List.of("true", "0", "", "x", "{{ gone }}");

    assertThatThrownBy(
            () ->
                context.run(
                    "execution.Assert",
                    Map.of("conditions", conditions, "errorMessage", "looks wrong")))
        .isInstanceOf(TaskFailure.class)
        .hasMessage("3 of 5 conditions do not hold: looks wrong");
    assertThat(context.lines)
        .containsExactly(
            "ERROR '0' does not hold",
            "ERROR '' does not hold",
            "ERROR '{{ gone }}' cannot be rendered");
    assertThat(context.counts).containsEntry("success", 2.0).containsEntry("failed", 3.0);
  }

  @Test
  void assertSucceedsWhenAllHolds() throws Exception {
    context.run("execution.Assert", Map.of("conditions", List.of("true", "1")));

    assertThat(context.counts).containsEntry("success", 2.0).containsEntry("failed", 0.0);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "      ,       ,      , execution1, ",
    "      ,       , mine , mine      , ",
    "other , flow  , theirs, theirs   , ",
    "      ,       , theirs,          , has no execution 'theirs'",
    "      ,       , gone ,           , has no execution 'gone'",
    "other ,       ,      ,           , say nothing without 'executionId'",
    "other ,       , mine ,           , Give both"
  })
  void resumeFindsTheExecutionThatIsMeant(
      String namespace, String flow, String id, String resumed, String error) throws Exception {
    executions.flows.put("mine", OWN);
    executions.flows.put("theirs", new FlowName("other", "flow"));
    Map<String, Object> properties = new HashMap<>();
    properties.put("namespace", namespace);
    properties.put("flowId", flow);
    properties.put("executionId", id);
    properties.put("inputs", Map.of("ok", true));

    if (error == null) {
      context.run("execution.Resume", properties);
      assertThat(executions.resumed).isEqualTo(Map.of(resumed, Map.of("ok", true)));
    } else {
      assertThatThrownBy(() -> context.run("execution.Resume", properties))
          .isInstanceOf(TaskFailure.class)
          .hasMessageContaining(error);
    }
  }

  @Test
  void purgeExecutionsRemovesAllPartsUpToNowUnlessToldOtherwise() throws Exception {
    Record result = context.run("storage.Purge", Map.of("namespace", "shop"));

    assertThat(result).isEqualTo(new PurgeExecutions.Result(1, 2, 4, 3));
    assertThat(executions.purged)
        .isEqualTo(
            new ExecutionPurge(
                "shop",
                null,
                null,
                FakeContext.NOW,
                List.of(),
                new ExecutionPurge.Parts(true, true, true, true)));

    context.run(
        "execution.PurgeExecutions",
        Map.of(
            "endDate", "2026-05-01T00:00:00Z", "purgeStorage", false, "states", List.of("FAILED")));
    assertThat(executions.purged.parts())
        .isEqualTo(new ExecutionPurge.Parts(true, true, true, false));
    assertThat(executions.purged.endedBefore()).isEqualTo(MAY);
    assertThat(executions.purged.states()).containsExactly("FAILED");
  }

  @ParameterizedTest
  @CsvSource({"execution.PurgeExecutions", "log.PurgeLogs"})
  void aFlowAloneIsNotEnoughToPurge(String type) {
    assertThatThrownBy(
            () -> context.run(type, Map.of("flowId", "orders", "endDate", "2026-05-01T00:00:00Z")))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("needs the 'namespace'");
  }

  @Test
  void fetchPutsLinesIntoAFile() throws Exception {
    logs.lines.add(
        new LogLine("a", "b", "c", "d", "e", 0, MAY, "INFO", "worker", "first \"line\"\nsecond"));
    logs.lines.add(new LogLine("a", "b", "c", null, null, null, MAY, "WARN", "x", "y"));

    var result =
        (Fetch.Result)
            context.run("log.Fetch", Map.of("level", "WARN", "tasksId", List.of("one", "two")));

    assertThat(logs.query).isEqualTo(new LogQuery("execution1", List.of("one", "two"), "WARN"));
    assertThat(result.size()).isEqualTo(2);
    assertThat(context.storage.text(result.uri()).lines())
        .containsExactly(
            "{\"namespace\":\"a\",\"flowId\":\"b\",\"taskId\":\"d\",\"executionId\":\"c\",\"taskRunId\":\"e\",\"attemptNumber\":0,\"timestamp\":\"2026-05-01T00:00:00Z\",\"level\":\"INFO\",\"thread\":\"worker\",\"message\":\"first \\\"line\\\"\\nsecond\"}",
            "{\"namespace\":\"a\",\"flowId\":\"b\",\"taskId\":null,\"executionId\":\"c\",\"taskRunId\":null,\"attemptNumber\":null,\"timestamp\":\"2026-05-01T00:00:00Z\",\"level\":\"WARN\",\"thread\":\"x\",\"message\":\"y\"}");
  }

  @Test
  void purgeLogsPassesItsFiltersOn() throws Exception {
    Record result =
        context.run(
            "log.PurgeLogs",
            Map.of("logLevels", List.of("TRACE", "debug"), "endDate", "2026-05-01T00:00:00Z"));

    assertThat(result).hasToString("Result[count=9]");
    assertThat(logs.purged)
        .isEqualTo(new LogPurge(null, null, List.of("TRACE", "DEBUG"), null, MAY));
  }

  @Test
  void templatedTaskRunsWhatItsTextSays() throws Exception {
    assertThat(context.run("templating.TemplatedTask", Map.of("spec", "the inner task")))
        .hasToString("Result[value=the inner task]");
  }
}
