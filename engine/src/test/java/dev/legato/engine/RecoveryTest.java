package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.allowFailure;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command.Loss;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Plan;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecoveryTest {
  @Test
  void aLostAttemptIsRunAgainUnderANewNumber() {
    Run run = Run.begin(flow(task("a")), Script.allSucceed());
    run.crash().toEnd();

    assertThat(run.row("a").attempts())
        .extracting(Attempt::status)
        .containsExactly(TaskRunStatus.KILLED, TaskRunStatus.SUCCESS);
    assertThat(run.job("a").attempt()).isEqualTo(1);
    assertThat(run.logs())
        .contains("WARN The server died while attempt 0 ran; the task is run again as attempt 1.");
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aTaskThatTookThreeServersDownFails() {
    Run run = Run.begin(flow(task("a"), task("b")), Script.allSucceed());
    run.crash().crash();
    assertThat(run.find("a").status()).isEqualTo(TaskRunStatus.RUNNING);
    run.crash();

    assertThat(run.outline()).containsExactly("a FAILED");
    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.logs())
        .contains("ERROR The server died 3 times while this task ran; it is not run again.");
  }

  @Test
  void attemptsLostAtAStopDoNotCountAgainstTheTask() {
    Run run = Run.begin(flow(task("a")), Script.allSucceed().never("a"));
    for (int stop = 0; stop < 5; stop++) {
      run.restore();
      run.send(new RecoverExecution(EXECUTION, Set.of(), Loss.STOP));
    }

    assertThat(run.row("a").attempts())
        .extracting(Attempt::status)
        .containsExactly(
            TaskRunStatus.RESUBMITTED,
            TaskRunStatus.RESUBMITTED,
            TaskRunStatus.RESUBMITTED,
            TaskRunStatus.RESUBMITTED,
            TaskRunStatus.RESUBMITTED,
            TaskRunStatus.RUNNING);
    assertThat(run.logs())
        .contains(
            "WARN The server was stopped while attempt 4 ran; the task is run again as attempt 5.");
    run.complete("a", AttemptResult.success(Map.of()));
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void anAttemptThatAWorkerHandsBackIsFollowedByAnother() {
    Run run = Run.begin(flow(task("a")), Script.allSucceed().never("a"));
    run.complete("a", AttemptResult.resubmitted());

    assertThat(run.row("a").attempts())
        .extracting(Attempt::status)
        .containsExactly(TaskRunStatus.RESUBMITTED, TaskRunStatus.RUNNING);
  }

  @Test
  void whatFollowsAnAllowedLossStartsOnce() {
    for (Plan plan :
        new Plan[] {
          flow(task("a", allowFailure()), task("b")),
          flow(sequence("s", task("a", allowFailure()), task("b"))),
          flow(forEach("l", "[1]", 1, task("a", allowFailure()), task("b")))
        }) {
      Run run = Run.begin(plan, Script.allSucceed());
      run.crash().crash().crash().toEnd();

      assertThat(run.outline()).filteredOn(line -> line.startsWith("b")).hasSize(1);
      assertThat(run.status()).isEqualTo(ExecutionStatus.WARNING);
    }
  }

  @Test
  void attemptsThatStillRunAreLeftAlone() {
    Run run =
        Run.begin(
            flow(parallel("p", 0, task("a"), task("b"))),
            Script.allSucceed().never("a").never("b"));
    run.restore();
    run.send(new RecoverExecution(EXECUTION, Set.of(1), Loss.CRASH));

    assertThat(run.row("a").attempts()).hasSize(1);
    assertThat(run.row("b").attempts()).hasSize(2);
    run.complete("a", AttemptResult.success(Map.of()));
    run.complete("b", AttemptResult.success(Map.of()));
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void recoveryOfALiveStateChangesNothingButTheLostAttempts() {
    Run run =
        Run.begin(
            flow(forEach("l", "[1,2,3]", 2, task("a"), task("b"))), Script.allSucceed().never("a"));
    String before = StateDump.of(run.state);
    run.send(new RecoverExecution(EXECUTION, Set.of(1, 2), Loss.CRASH));

    assertThat(StateDump.of(run.state)).isEqualTo(before);
  }

  @Test
  void aFanOutGoesOnAfterACrash() {
    var plan = flow(forEach("l", FanOutTest.values(1_700), 0, task("a"), task("b")));
    Run run = Run.begin(plan, Script.allSucceed());
    for (int i = 0; i < 700; i++) {
      run.step();
    }
    assertThat(run.state.agenda().backlog()).isNotEmpty();
    run.crash().toEnd();

    assertThat(run.state.taskRuns().all()).hasSize(1 + 2 * 1_700);
    assertThat(Set.copyOf(run.outline())).hasSize(1 + 2 * 1_700);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void anEndedExecutionNeedsNoRecovery() {
    Run run = Run.of(flow(task("a")), Script.allSucceed());

    assertThat(run.send(new RecoverExecution(EXECUTION, Set.of(), Loss.CRASH)).isRefused())
        .isTrue();
  }

  @Test
  void anExecutionThatWaitsForItsStartGoesOnWaiting() {
    Run run =
        Run.begin(flow(task("a")), Script.allSucceed(), Run.creation(Run.START.plusSeconds(60)));
    run.crash();
    assertThat(run.status()).isEqualTo(ExecutionStatus.CREATED);

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
  }
}
