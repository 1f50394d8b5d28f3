package dev.legato.engine;

import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.onPause;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.pause;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step.PauseLimits;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PauseTest {
  @Test
  void itWaitsForSomebodyAndHandsOnTheAnswers() {
    Run run = Run.begin(flow(pause("p"), task("a")), Script.allSucceed());
    assertThat(run.status()).isEqualTo(ExecutionStatus.PAUSED);
    assertThat(run.outline()).containsExactly("p PAUSED");
    assertThat(run.timers).isEmpty();
    run.resume(null, Map.of("ok", true));
    run.toEnd();

    assertThat(run.row("p").outputs()).containsEntry("onResume", Map.of("ok", true));
    assertThat(run.row("p").outputs().get("resumed"))
        .isEqualTo(Map.of("by", "me", "on", Run.START.plusMillis(2).toString(), "to", "SUCCESS"));
    assertThat(run.stored().execution().history().entries())
        .extracting(entry -> entry.status())
        .containsExactly(
            ExecutionStatus.CREATED,
            ExecutionStatus.RUNNING,
            ExecutionStatus.PAUSED,
            ExecutionStatus.RESTARTED,
            ExecutionStatus.RUNNING,
            ExecutionStatus.SUCCESS);
  }

  static Stream<Arguments> ends() {
    return Stream.of(
        Arguments.of("RESUME", "SUCCESS", ExecutionStatus.SUCCESS, true),
        Arguments.of("resume", "SUCCESS", ExecutionStatus.SUCCESS, true),
        Arguments.of("WARN", "WARNING", ExecutionStatus.WARNING, true),
        Arguments.of("FAIL", "FAILED", ExecutionStatus.FAILED, false),
        Arguments.of("nonsense", "FAILED", ExecutionStatus.FAILED, false),
        Arguments.of("${nothing}", "FAILED", ExecutionStatus.FAILED, false),
        Arguments.of("CANCEL", "CANCELLED", ExecutionStatus.CANCELLED, false));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("ends")
  void whenItsDurationIsOverItEndsAsItsBehaviorSays(
      String behavior, String task, ExecutionStatus status, boolean goesOn) {
    var limits = new PauseLimits("PT10S", null, behavior);
    Run run = Run.of(flow(pause("p", limits), task("a")), Script.allSucceed());

    assertThat(run.outline().getFirst()).isEqualTo("p " + task);
    assertThat(run.trace.contains("+a")).isEqualTo(goesOn);
    assertThat(run.status()).isEqualTo(status);
    assertThat(run.row("p").history().span())
        .isBetween(Duration.ofSeconds(10), Duration.ofSeconds(11));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "-PT1S", "0"})
  void aDurationOfNothingDoesNotPause(String duration) {
    Run run =
        Run.of(
            flow(pause("p", new PauseLimits(duration, null, "FAIL"), task("a"))),
            Script.allSucceed());

    assertThat(run.outline()).containsExactly("p SUCCESS", "a SUCCESS");
    assertThat(run.stored().execution().history().entries()).hasSize(3);
  }

  @Test
  void aDurationThatIsNoneFailsTheTask() {
    Run run =
        Run.of(flow(pause("p", new PauseLimits("soon", null, "RESUME"))), Script.allSucceed());

    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.logs())
        .contains("ERROR A pause must last a duration such as PT10M, but it is 'soon'.");
  }

  @Test
  void aTimeoutFailsItWhenNobodyCameInTime() {
    var limits = new PauseLimits(null, "PT10S", "RESUME");
    Plan plan = flow(List.of(pause("p", limits, task("a"))), List.of(task("e")));
    assertThat(Run.of(plan, Script.allSucceed()).outline())
        .containsExactly("p FAILED", "e SUCCESS");

    Run inTime = Run.begin(plan, Script.allSucceed());
    inTime.resume();
    assertThat(inTime.toEnd().outline()).containsExactly("p SUCCESS", "a SUCCESS");
    assertThat(inTime.timers).isEmpty();
  }

  @Test
  void itsChildrenRunOnceItIsOver() {
    Run run = Run.begin(flow(pause("p", task("a"), task("b"))), Script.allSucceed());
    assertThat(run.toEnd().trace).isEmpty();
    run.resume();

    assertThat(run.toEnd().trace).containsExactly("+a", "-a", "+b", "-b");
  }

  @Test
  void theTaskThatTellsOfItRunsMeanwhile() {
    var step = onPause(pause("p", task("a")), task("tell"));
    Run run = Run.begin(flow(step), Script.allSucceed()).toEnd();
    assertThat(run.outline()).containsExactly("p PAUSED", "tell SUCCESS");
    run.resume();

    assertThat(run.toEnd().outline()).containsExactly("p SUCCESS", "tell SUCCESS", "a SUCCESS");
  }

  @Test
  void itGoesOnOnlyWhenTheTaskThatTellsOfItHasEnded() {
    var step = onPause(pause("p", task("a")), task("tell"));
    Run run = Run.begin(flow(step), Script.allSucceed().never("tell"));
    run.resume();
    assertThat(run.toEnd().outline()).containsExactly("p RUNNING", "tell RUNNING");
    run.complete("tell", AttemptResult.failed("nobody listens"));

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void otherBranchesGoOnMeanwhile() {
    Run run =
        Run.begin(
                flow(parallel("all", 0, pause("p"), sequence("s", task("a"), task("b")))),
                Script.allSucceed())
            .toEnd();

    assertThat(run.outline())
        .containsExactly("all RUNNING", "p PAUSED", "s SUCCESS", "a SUCCESS", "b SUCCESS");
    assertThat(run.status()).isEqualTo(ExecutionStatus.PAUSED);
  }

  @Test
  void theExecutionGoesOnWhenTheLastPauseIsOver() {
    Run run =
        Run.begin(flow(parallel("all", 0, pause("p"), pause("q", task("a")))), Script.allSucceed());
    run.resume("q", Map.of());
    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.PAUSED);
    assertThat(run.outline()).containsExactly("all RUNNING", "p PAUSED", "q SUCCESS", "a SUCCESS");
    assertThat(run.resume("q", Map.of()).refusal()).isEqualTo("The task run is not paused.");
    run.resume();

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aPausedExecutionCanBeKilled() {
    var limits = new PauseLimits("PT10S", null, "RESUME");
    Run run = Run.begin(flow(pause("p", limits, task("a"))), Script.allSucceed());
    run.kill();

    assertThat(run.outline()).containsExactly("p KILLED");
    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
    assertThat(run.timers).isEmpty();
  }

  @Test
  void aCrashLeavesItPaused() {
    Run run =
        Run.begin(flow(pause("p", new PauseLimits("PT10S", null, "WARN"))), Script.allSucceed());
    run.crash();
    assertThat(run.status()).isEqualTo(ExecutionStatus.PAUSED);

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.WARNING);
  }

  @Test
  void onlyWhatIsPausedCanBeResumed() {
    Run run = Run.begin(flow(task("a")), Script.allSucceed());

    assertThat(run.resume().refusal()).isEqualTo("The execution is RUNNING, not PAUSED.");
    assertThat(run.toEnd().resume().refusal()).isEqualTo("The execution is SUCCESS, not PAUSED.");
  }
}
