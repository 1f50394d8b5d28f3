package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.andAfter;
import static dev.legato.engine.Flows.everyTenSeconds;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.onError;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.pause;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.stoppingAt;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command.ChangeExecutionStatus;
import dev.legato.model.command.Command.SetLabels;
import dev.legato.model.command.Command.StartingPoint.TaskRunAs;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Breakpoint;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.Label;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step.PauseLimits;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Task runs and executions that somebody takes to have ended otherwise. */
class CorrectionTest {
  @Test
  void afterAFailureThatIsNoneTheFlowGoesOn() {
    Plan plan = flow(List.of(sequence("s", task("a"), task("b")), task("c")), List.of(task("e")));
    Run run = Run.of(plan, Script.allSucceed().fail("a"));
    assertThat(run.outline()).containsExactly("s FAILED", "a FAILED", "e SUCCESS");
    run.change("a", TaskRunStatus.SUCCESS);

    assertThat(run.toEnd().outline())
        .containsExactly("s SUCCESS", "a SUCCESS", "b SUCCESS", "c SUCCESS");
    assertThat(run.row("a").attempts().getLast().status()).isEqualTo(TaskRunStatus.SUCCESS);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void afterASuccessThatIsNoneErrorsRun() {
    Plan plan =
        flow(List.of(onError(sequence("s", task("a"), task("b")), task("x"))), List.of(task("e")));
    Run run = Run.of(plan, Script.allSucceed());
    run.change("a", TaskRunStatus.FAILED);

    assertThat(run.toEnd().outline())
        .containsExactly("s FAILED", "a FAILED", "b SUCCESS", "x SUCCESS", "e SUCCESS");
    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
  }

  @ParameterizedTest
  @EnumSource(TaskRunStatus.class)
  void aTaskRunCanBeGivenTheStateOfAnEnd(TaskRunStatus status) {
    Run run = Run.of(flow(task("a")), Script.allSucceed());
    Decision decision = run.change("a", status);

    assertThat(decision.isRefused()).isEqualTo(!Rewind.isAskable(status));
    assertThat(run.toEnd().row("a").status())
        .isEqualTo(Rewind.isAskable(status) ? status : TaskRunStatus.SUCCESS);
  }

  @Test
  void aPauseCanBeTakenToBeOverWithoutTouchingAnother() {
    var limits = new PauseLimits("PT60S", null, "RESUME");
    Run run =
        Run.begin(
            flow(parallel("all", 0, pause("p", limits), pause("q", limits))), Script.allSucceed());
    run.change("p", TaskRunStatus.SUCCESS);

    assertThat(run.outline()).containsExactly("all RUNNING", "p SUCCESS", "q PAUSED");
    assertThat(run.timers.keySet())
        .containsExactly(new Timer.Key(EXECUTION, Timer.Kind.PAUSE, run.find("q").sequence));
    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void whatCannotBeCorrectedIsRefused() {
    Plan plan = andAfter(flow(parallel("p", 0, pause("q"), task("a"))), task("z"));
    Run run = Run.begin(plan, Script.allSucceed().never("a"));

    assertThat(run.change("a", TaskRunStatus.SUCCESS).refusal())
        .isEqualTo(
            "The task run is RUNNING; only the state of one that has ended or is paused can be changed.");
    assertThat(run.restart(new TaskRunAs(77, TaskRunStatus.SUCCESS)).refusal())
        .isEqualTo("The execution has no such task run.");
    run.complete("a", AttemptResult.success(Map.of()));
    run.resume();
    assertThat(run.toEnd().change("z", TaskRunStatus.FAILED).refusal())
        .startsWith("The task run followed the end of the execution");
  }

  @ParameterizedTest
  @EnumSource(ExecutionStatus.class)
  void anEndedExecutionCanBeGivenTheStateOfAnotherEnd(ExecutionStatus status) {
    Run run = Run.of(flow(task("a")), Script.allSucceed());
    Decision decision = run.send(new ChangeExecutionStatus(EXECUTION, status));
    boolean allowed = Transitions.OPERATOR_ENDS.contains(status);

    assertThat(decision.isRefused()).isEqualTo(!allowed);
    assertThat(run.status()).isEqualTo(allowed ? status : ExecutionStatus.SUCCESS);
    assertThat(run.outline()).containsExactly("a SUCCESS");
  }

  @Test
  void labelsOfAnEndedExecutionAreReplaced() {
    var labels = List.of(new Label("k", "v"));
    Run run = Run.begin(flow(task("a")), Script.allSucceed());
    assertThat(run.send(new SetLabels(EXECUTION, labels)).refusal())
        .isEqualTo("The execution is RUNNING; only labels of one that has ended can be changed.");
    assertThat(run.send(new ChangeExecutionStatus(EXECUTION, ExecutionStatus.FAILED)).refusal())
        .isEqualTo(
            "The execution is RUNNING; only the state of one that has ended can be changed.");
    run.toEnd().send(new SetLabels(EXECUTION, labels));

    assertThat(run.stored().execution().labels()).isEqualTo(labels);
  }

  @ParameterizedTest
  @EnumSource(ExecutionStatus.class)
  void forceMovesWhatHasNotEnded(ExecutionStatus status) {
    Run run =
        switch (status) {
          case CREATED ->
              Run.begin(
                  flow(task("a")), Script.allSucceed(), Run.creation(Run.START.plusSeconds(9)));
          case QUEUED ->
              Run.beginWith(Admission.Verdict.QUEUED, flow(task("a")), Script.allSucceed());
          case PAUSED -> Run.begin(flow(pause("p")), Script.allSucceed());
          case RETRYING ->
              Run.begin(flow(task("a", retry(everyTenSeconds(2)))), Script.allSucceed().fail("a"))
                  .steps(1);
          case BREAKPOINT ->
              Run.begin(
                  flow(task("a")), Script.allSucceed(), stoppingAt(new Breakpoint("a", null)));
          case KILLING, RUNNING, RESTARTED -> Run.begin(flow(task("a")), Script.allSucceed());
          case SUCCESS, WARNING, FAILED, KILLED, CANCELLED, RETRIED ->
              Run.of(flow(task("a")), Script.allSucceed());
        };
    assertThat(run.forceRun().isRefused()).isEqualTo(status.isTerminal());
    assertThat(run.toEnd().state.isOver()).isTrue();
  }
}
