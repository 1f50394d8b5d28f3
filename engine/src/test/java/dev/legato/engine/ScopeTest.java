package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.everyTenSeconds;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.ifThen;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionOrigin;
import dev.legato.model.execution.Ids;
import dev.legato.model.flow.Label;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The variables of expressions. */
class ScopeTest {
  private static final Script NEVER_A = Script.allSucceed().never("a");

  @Test
  void aTaskAtTheTopSeesTheFlowAndItself() {
    Map<String, @Nullable Object> variables =
        Run.begin(flow(task("a")), NEVER_A).job("a").variables();

    assertThat(variables)
        .containsOnlyKeys(
            "flow", "execution", "inputs", "vars", "labels", "outputs", "tasks", "task", "taskrun")
        .containsEntry("flow", Map.of("id", "example", "namespace", "company.team", "revision", 1))
        .containsEntry("inputs", Map.of("who", "you"))
        .containsEntry("vars", Map.of("env", "test", "pause", "PT5S"))
        .containsEntry("labels", Map.of())
        .containsEntry("task", Map.of("id", "a", "type", "test.Type"))
        .containsEntry("tasks", Map.of("a", Map.of("state", "RUNNING")))
        .containsEntry("outputs", Map.of())
        .containsEntry(
            "execution",
            Map.of(
                "id",
                EXECUTION.value(),
                "startDate",
                "2026-03-01T10:00:00.001Z",
                "originalId",
                EXECUTION.value(),
                "state",
                "RUNNING"))
        .containsEntry(
            "taskrun",
            Map.of(
                "id",
                Ids.taskRun(EXECUTION, 0),
                "startDate",
                "2026-03-01T10:00:00.001Z",
                "attemptsCount",
                0));
  }

  @Test
  void aTaskInALoopKnowsItsValueAndItsParents() {
    var plan =
        flow(
            forEach(
                "outer",
                "[\"x\",\"y\"]",
                1,
                sequence("s", forEach("inner", "[7]", 1, ifThen("if", "yes", task("a"))))));
    Map<String, @Nullable Object> variables = Run.begin(plan, NEVER_A).job("a[x][7]").variables();

    Object nearest =
        Map.of(
            "taskrun",
            Map.of("value", "7"),
            "outputs",
            Map.of("evaluationResult", true),
            "task",
            Map.of("id", "if"));
    Object farthest = Map.of("taskrun", Map.of("value", "x"), "task", Map.of("id", "s"));
    assertThat(variables)
        .containsEntry("parent", nearest)
        // inner is left out: it has neither a value nor outputs
        .containsEntry("parents", List.of(nearest, farthest));
    assertThat(variables.get("taskrun"))
        .isEqualTo(
            Map.of(
                "id",
                Ids.taskRun(EXECUTION, 4),
                "startDate",
                "2026-03-01T10:00:00.001Z",
                "attemptsCount",
                0,
                "parentId",
                Ids.taskRun(EXECUTION, 3)));
  }

  @Test
  void aDirectChildOfALoopHasAValueAndAnIteration() {
    var plan = flow(forEach("l", "[\"x\",\"y\"]", 0, task("a")));
    Map<String, @Nullable Object> variables = Run.begin(plan, NEVER_A).job("a[y]").variables();

    assertThat(variables.get("taskrun"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("value", "y")
        .containsEntry("iteration", 1);
    assertThat(variables).containsEntry("parents", List.of()).doesNotContainKey("parent");
  }

  @Test
  void aTaskSeesWhatEachIterationOfItsLoopHasGiven() {
    var plan =
        flow(
            forEach(
                "outer",
                "[\"x\",\"y\"]",
                1,
                forEach("inner", "[7,8,9]", 1, task("a"), sequence("s", task("b")))));
    Run run =
        Run.of(plan, Script.allSucceed().output("a", job -> Map.of("value", job.taskRunId())));

    assertThat(run.job("b[y][8]").variables().get("iterations"))
        .asInstanceOf(InstanceOfAssertFactories.map(String.class, Object.class))
        .containsEntry("current", 1)
        .extractingByKey("outputs", InstanceOfAssertFactories.list(Map.class))
        .extracting(iteration -> iteration.get("a"))
        .isEqualTo(
            Stream.of("a[y][7]", "a[y][8]", "a[y][9]")
                .map(name -> Map.of("value", Ids.taskRun(EXECUTION, run.find(name).sequence)))
                .toList());
  }

  @Test
  void labelsAndTheTriggerAreReadable() {
    var creation =
        CreateExecution.of(
            EXECUTION,
            Flows.FLOW,
            1,
            Map.of(),
            List.of(
                new Label("team", "data"),
                new Label("team", "second"),
                new Label(Label.CORRELATION_ID, "abc"),
                new Label("system.from", "trigger")),
            new ExecutionOrigin("daily", "Schedule", Map.of("date", "2026-03-01")),
            null);
    Map<String, @Nullable Object> variables =
        Run.begin(flow(task("a")), NEVER_A, creation).job("a").variables();

    assertThat(variables)
        .containsEntry(
            "labels",
            Map.of("team", "data", "system", Map.of("correlationId", "abc", "from", "trigger")))
        .containsEntry("trigger", Map.of("date", "2026-03-01"))
        .containsEntry("schedule", Map.of("date", "2026-03-01"));
  }

  @Test
  void aStoredExecutionShowsTheSameVariables() {
    var plan = flow(forEach("l", "[\"x\",\"y\"]", 0, task("a")), task("c"));
    Run run = Run.begin(plan, NEVER_A.never("c"));
    run.complete("a[x]", AttemptResult.success(Map.of("n", 1)));
    run.complete("a[y]", AttemptResult.success(Map.of("n", 2)));
    String ended = run.row("a[x]").id();
    String running = run.row("c").id();

    assertThat(Scopes.ofTaskRun(plan, run.stored(), running).orElseThrow())
        .isEqualTo(run.job("c").variables());
    assertThat(Scopes.ofTaskRun(plan, run.stored(), ended).orElseThrow())
        .containsEntry("task", Map.of("id", "a", "type", "test.Type"))
        .extractingByKey("taskrun", InstanceOfAssertFactories.MAP)
        .containsEntry("value", "x")
        .containsEntry("attemptsCount", 1);
    assertThat(Scopes.ofTaskRun(plan, run.stored(), "nobody")).isEmpty();
    assertThat(Scopes.ofFlow(plan, run.stored()))
        .doesNotContainKeys("task", "taskrun")
        .extractingByKey("outputs", InstanceOfAssertFactories.MAP)
        .containsEntry("a", Map.of("x", Map.of("n", 1), "y", Map.of("n", 2)));
  }

  @Test
  void attemptsCountCountsThoseThatEnded() {
    Run run = Run.begin(flow(task("a", retry(everyTenSeconds(3)))), NEVER_A);
    run.complete("a", AttemptResult.failed("no"));
    run.step();

    assertThat(run.job("a").variables().get("taskrun"))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsEntry("attemptsCount", 1);
  }

  @Test
  void theVariablesOfAJobOutliveTheTaskRun() {
    Run run = Run.begin(flow(task("a"), task("b")), NEVER_A.never("b"));
    Map<String, @Nullable Object> variables = run.job("a").variables();
    String before = String.valueOf(variables.get("taskrun"));
    run.complete("a", AttemptResult.success(Map.of("x", 1)));

    assertThat(String.valueOf(variables.get("taskrun"))).isEqualTo(before);
    assertThat(variables).containsKey("execution");
  }
}
