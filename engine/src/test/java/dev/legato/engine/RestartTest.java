package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.allowFailure;
import static dev.legato.engine.Flows.andAfter;
import static dev.legato.engine.Flows.andFinally;
import static dev.legato.engine.Flows.dag;
import static dev.legato.engine.Flows.directory;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.ifThen;
import static dev.legato.engine.Flows.loopUntil;
import static dev.legato.engine.Flows.onError;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.pause;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.task;
import static dev.legato.engine.Flows.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command.StartingPoint.OneTaskRun;
import dev.legato.model.command.Command.StartingPoint.TaskRunAs;
import dev.legato.model.effect.Effect.KillTask;
import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.Label;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.PauseLimits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RestartTest {
  /** A flow, what fails in it the first time, and what runs after the restart. */
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(flow(task("a"), task("b"), task("c")), "b", "b c"),
        Arguments.of(flow(sequence("s", task("a"), task("b")), task("c")), "b", "b c"),
        Arguments.of(flow(parallel("p", 0, task("a"), task("b")), task("c")), "b", "b c"),
        Arguments.of(
            flow(sequence("s", parallel("p", 0, task("a"), task("b"))), task("c")), "a", "a c"),
        Arguments.of(flow(forEach("l", "[1,2,3]", 1, task("a"), task("b"))), "b", "b a b a b"),
        Arguments.of(flow(forEach("l", "[1,2,3]", 2, task("a"), task("b"))), "b", "b b a b"),
        Arguments.of(flow(forEach("l", "[1,2]", 0, task("a"), task("b"))), "a", "a a b b"),
        Arguments.of(flow(directory("w", task("a"), task("b")), task("c")), "b", "a b c"),
        Arguments.of(
            flow(dag("d", 0, Map.of("b", List.of("a"), "c", List.of("b")), steps("a", "b", "c"))),
            "b",
            "b c"),
        Arguments.of(flow(ifThen("i", "1", task("a")), task("b")), "a", "a b"),
        Arguments.of(flow(onError(sequence("s", task("a")), task("e")), task("b")), "a", "a b"),
        Arguments.of(
            andFinally(flow(List.of(task("a"), task("b")), List.of(task("e"))), task("f")),
            "a",
            "a b f"),
        Arguments.of(andAfter(flow(task("a"), task("b")), task("z")), "a", "a b z"),
        Arguments.of(flow(loopUntil("l", "1", task("a"), task("b"))), "b", "b"));
  }

  @ParameterizedTest(name = "[{index}] {1} fails: {2}")
  @MethodSource("failures")
  void itGoesOnWhereItFailed(Plan plan, String failing, String again) {
    Run run = Run.of(plan, Script.allSucceed().failTimes(failing, 1));
    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    run.trace.clear();
    run.script = Script.allSucceed();
    assertThat(run.restart().refusal()).isNull();
    run.toEnd();

    assertThat(started(run)).isEqualTo(again);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
    assertThat(run.state.isOver()).isTrue();
    assertThat(run.stored().execution().attemptNumber()).isEqualTo(2);
    assertThat(run.stored().execution().labels())
        .containsExactly(new Label("system.restarted", "true"));
  }

  @Test
  void attemptsAreKeptAndGoOn() {
    Run run = Run.of(flow(task("a")), Script.allSucceed().failTimes("a", 1));
    run.restart();
    run.toEnd();

    assertThat(run.row("a").attempts())
        .extracting(Attempt::status)
        .containsExactly(TaskRunStatus.FAILED, TaskRunStatus.SUCCESS);
    assertThat(run.row("a").history().entries())
        .extracting(entry -> entry.status())
        .containsExactly(
            TaskRunStatus.CREATED,
            TaskRunStatus.RUNNING,
            TaskRunStatus.FAILED,
            TaskRunStatus.RESTARTED,
            TaskRunStatus.RUNNING,
            TaskRunStatus.SUCCESS);
    assertThat(run.logs())
        .containsSubsequence("INFO Execution started.", "INFO Execution restarted.");
  }

  @Test
  void outputsOfWhatIsKeptAreReadable() {
    Plan plan = flow(task("a"), task("b"), task("c", runIf("${outputs.a.x}")));
    Run run = Run.of(plan, Script.allSucceed().output("a", Map.of("x", 1)).failTimes("b", 1));
    run.restart();

    assertThat(run.toEnd().outline()).containsExactly("a SUCCESS", "b SUCCESS", "c SUCCESS");
  }

  @Test
  void aGroupThatNeverOpenedTriesAgain() {
    Plan plan = flow(task("a"), ifThen("i", "${outputs.a.x}", task("b")));
    Run run = Run.of(plan, Script.allSucceed());
    assertThat(run.outline()).containsExactly("a SUCCESS", "i FAILED");
    run.script = Script.allSucceed().output("a", Map.of("x", 1));
    run.restart(new OneTaskRun(0));

    assertThat(run.toEnd().outline()).containsExactly("a SUCCESS", "i SUCCESS", "b SUCCESS");
    assertThat(run.stored().taskRuns())
        .extracting(TaskRunRecord::sequence)
        .containsExactly(0, 2, 3);
  }

  @Test
  void aPauseBeginsAgainAndOtherBranchesAreLeftAlone() {
    Plan plan = flow(parallel("p", 0, pause("q", task("a")), task("b"), task("c")));
    Run run = Run.begin(plan, Script.allSucceed().never("b")).toEnd();
    run.trace.clear();
    run.restart();
    run.toEnd();

    assertThat(run.trace).isEmpty();
    assertThat(run.outline()).containsExactly("p RUNNING", "q PAUSED", "b RUNNING", "c SUCCESS");
    run.complete("b", AttemptResult.success(Map.of()));
    run.resume();
    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void theTimerOfAPauseCountsAnew() {
    var limits = new PauseLimits("PT60S", null, "RESUME");
    Run run = Run.begin(flow(pause("p", limits)), Script.allSucceed());
    run.now = run.now.plusSeconds(30);
    run.restart();

    assertThat(run.timers.values()).extracting(Timer::due).containsExactly(run.now.plusSeconds(60));
  }

  @Test
  void errorTasksThatRunAreStoppedWhenWhatFailedRunsAgain() {
    Plan plan = flow(parallel("p", 0, onError(sequence("s", task("a")), task("e")), pause("q")));
    Run run = Run.begin(plan, Script.allSucceed().failTimes("a", 1).never("e")).toEnd();
    int errorTask = run.find("e").sequence;
    Decision restart = run.restart();

    assertThat(restart.effects()).contains(new KillTask(EXECUTION, errorTask, 0));
    assertThat(run.toEnd().outline())
        .containsExactly("p RUNNING", "s SUCCESS", "q PAUSED", "a SUCCESS");
    assertThat(run.stored().execution().taskRunCount()).isGreaterThan(errorTask);
  }

  static Stream<Arguments> refusals() {
    Plan plan = flow(task("a"));
    return Stream.of(
        Arguments.of(
            Run.of(plan, Script.allSucceed()),
            "The execution has no task run that failed or is paused."),
        Arguments.of(
            Run.of(plan, Script.allSucceed().killed("a")),
            "The execution has no task run that failed or is paused."),
        Arguments.of(
            Run.begin(plan, Script.allSucceed()),
            "The execution is RUNNING; only one that has ended or waits in a pause can be restarted."),
        Arguments.of(
            Run.beginWith(Admission.Verdict.QUEUED, plan, Script.allSucceed()),
            "The execution is QUEUED; only one that has ended or waits in a pause can be restarted."),
        Arguments.of(
            Run.begin(andAfter(plan, task("z")), Script.allSucceed().fail("a").never("z")).toEnd(),
            "The execution ended as FAILED, but tasks that follow its end still run."));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("refusals")
  void itIsRefusedWithTheReason(Run run, String reason) {
    ExecutionStatus status = run.status();

    assertThat(run.restart().refusal()).isEqualTo(reason);
    assertThat(run.status()).isEqualTo(status);
  }

  @Test
  void whatFollowedAnAllowedFailureRunsAgainOnce() {
    Plan plan = flow(with(sequence("s", task("a")), allowFailure()), task("b"), task("c"));
    Run run = Run.of(plan, Script.allSucceed().failTimes("a", 1).failTimes("c", 1));
    run.trace.clear();
    run.script = Script.allSucceed();
    assertThat(run.restart().refusal()).isNull();
    run.toEnd();

    assertThat(started(run)).isEqualTo("a b c");
    assertThat(run.stored().taskRuns()).extracting(TaskRunRecord::taskId).doesNotHaveDuplicates();
  }

  @Test
  void whatFollowedATaskRunThatIsCorrectedDoesNotRunTwice() {
    Plan plan = flow(sequence("s", task("a")), task("b"), task("c"));
    Run run = Run.of(plan, Script.allSucceed().failTimes("c", 1));
    run.trace.clear();
    run.script = Script.allSucceed();
    int corrected = run.row("a").sequence();
    assertThat(run.restart(new TaskRunAs(corrected, TaskRunStatus.WARNING)).refusal()).isNull();
    run.toEnd();

    assertThat(started(run)).isEmpty();
    assertThat(run.stored().taskRuns()).extracting(TaskRunRecord::taskId).doesNotHaveDuplicates();
  }

  /** Two tasks a level, each waiting for both before: there are 2^40 ways from top to bottom. */
  @Test
  void theRestOfADagIsLeftAloneHoweverManyWaysLeadThroughIt() {
    var ids = new ArrayList<>(List.of("x", "0a", "0b"));
    var dependencies = new HashMap<String, List<String>>();
    for (int level = 1; level <= 40; level++) {
      List<String> before = List.of(level - 1 + "a", level - 1 + "b");
      for (String id : List.of(level + "a", level + "b")) {
        ids.add(id);
        dependencies.put(id, before);
      }
    }
    Step dag = dag("d", 0, dependencies, steps(ids.toArray(String[]::new)));
    Run run = Run.of(flow(dag), Script.allSucceed());
    run.trace.clear();
    run.restart(new OneTaskRun(run.row("x").sequence()));
    run.toEnd();

    assertThat(started(run)).isEqualTo("x");
  }

  private static Step[] steps(String... ids) {
    return Stream.of(ids).map(Flows::task).toArray(Step[]::new);
  }

  static String started(Run run) {
    return run.trace.stream()
        .filter(line -> line.startsWith("+"))
        .map(line -> line.substring(1).replaceAll("\\[.*", ""))
        .collect(Collectors.joining(" "));
  }

  @Test
  void whatRunsAgainKeepsToTheLimitOfItsGroup() {
    Run run =
        Run.begin(flow(parallel("p", 1, task("a"), sequence("s", pause("w")))), Script.allSucceed())
            .steps(1);
    assertThat(run.outline()).containsExactly("p RUNNING", "a SUCCESS", "s RUNNING", "w PAUSED");

    run.restart(new OneTaskRun(run.find("a").sequence));
    assertThat(run.outline()).containsExactly("p RUNNING", "a RESTARTED", "s RUNNING", "w PAUSED");

    run.resume();
    assertThat(run.toEnd().outline())
        .containsExactly("p SUCCESS", "a SUCCESS", "s SUCCESS", "w SUCCESS");
  }

  @Test
  void groupsThatGoOnKeepToTheLimitOfTheGroupRoundThem() {
    var twoAtOnce = with(sequence("s", task("a"), task("b")), allowFailure());
    Run run = Run.of(flow(forEach("l", "[1,2,3,4]", 2, twoAtOnce)), Script.allSucceed().fail("b"));
    assertThat(run.status()).isEqualTo(ExecutionStatus.WARNING);
    run.trace.clear();
    run.script = Script.allSucceed();

    assertThat(run.restart().refusal()).isNull();
    assertThat(run.trace).containsExactly("+b[1]", "+b[2]");
    run.trace.clear();
    run.crash();
    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
    assertThat(atOnce(run)).isEqualTo(2);
    assertThat(started(run)).doesNotContain("a");
  }

  @Test
  void aGroupThatWaitsForRoomIsKilledWithTheRest() {
    var failing = with(sequence("s", task("a")), allowFailure());
    Run run = Run.of(flow(forEach("l", "[1,2,3]", 2, failing)), Script.allSucceed().fail("a"));
    run.script = Script.allSucceed().never("a");
    run.restart();
    run.kill();

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.KILLED);
    assertThat(run.outline()).filteredOn(line -> line.startsWith("s")).hasSize(3);
    assertThat(run.outline()).allMatch(line -> line.endsWith(" KILLED"));
  }

  /** How many attempts ran at once at most. */
  private static int atOnce(Run run) {
    int now = 0;
    int most = 0;
    for (String line : run.trace) {
      now += line.startsWith("+") ? 1 : -1;
      most = Math.max(most, now);
    }
    return most;
  }
}
