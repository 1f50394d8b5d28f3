package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.andAfter;
import static dev.legato.engine.Flows.dag;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.output;
import static dev.legato.engine.Flows.subflow;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.StartingPoint.OneTaskRun;
import dev.legato.model.effect.Effect.RunCall;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.plan.Handlers;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.LoopOrder;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.Rounds;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What users of other orchestrators suffer from must not come back here. */
class ComplaintsTest {
  @Test
  void aRestartDoesNotBypassTheConcurrencyLimit() {
    Run run = Run.of(flow(task("a")), Script.allSucceed().fail("a"));
    run.withPlaces(Admission.Verdict.QUEUED).restart();
    run.trace.clear();

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.QUEUED);
    assertThat(run.trace).isEmpty();
  }

  @Test
  void aKilledExecutionDoesNotStayInTheQueue() {
    Run run = Run.beginWith(Admission.Verdict.QUEUED, flow(task("a")), Script.allSucceed());
    run.kill();

    assertThat(run.state.isOver()).isTrue();
    assertThat(run.admit().isRefused()).isTrue();
    assertThat(run.trace).isEmpty();
  }

  @Test
  void aTaskThatSucceededIsNotRunAgainWhenItsWorkerDies() {
    Run run = Run.begin(flow(task("a"), task("b")), Script.allSucceed().never("b"));
    run.step();
    run.crash().crash();

    assertThat(run.trace.stream().filter("+a"::equals)).hasSize(1);
    assertThat(run.row("a").attempts()).hasSize(1);
  }

  @Test
  void aKilledExecutionIsNeverSubmittedAgain() {
    Run run = Run.begin(flow(task("a"), task("b")), Script.allSucceed().never("a"));
    run.kill();
    run.crash().toEnd().crash();

    assertThat(run.trace).containsExactly("+a");
    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
    var late = new CompleteAttempt(EXECUTION, 0, 0, AttemptResult.success(Map.of()));
    assertThat(run.send(late).isRefused()).isTrue();
  }

  @Test
  void aTaskThatWasSubmittedIsNotLostWithItsServer() {
    Run run = Run.begin(flow(task("a"), task("b")), Script.allSucceed());

    assertThat(run.crash().toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aRestartOfASubflowTaskRestartsItsChild() {
    Run run = Run.of(flow(subflow("c")), Script.allSucceed().fail("c"));
    run.restart();

    assertThat(run.effects.getLast())
        .isInstanceOfSatisfying(RunCall.class, it -> assertThat(it.call().restarted()).isTrue());
  }

  @Test
  void aRestartInsideADagKeepsWhatSucceeded() {
    Plan plan = flow(dag("d", 0, Map.of("b", List.of("a")), task("a"), task("b"), task("c")));
    Run run = Run.of(plan, Script.allSucceed().failTimes("b", 1));
    run.trace.clear();
    run.restart();

    assertThat(run.toEnd().trace).containsExactly("+b", "-b");
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aRestartRunsAfterExecutionAgainAndOnce() {
    Plan plan = andAfter(flow(task("a")), task("z"));
    Run run = Run.of(plan, Script.allSucceed().failTimes("a", 1));
    run.trace.clear();
    run.restart();

    assertThat(run.toEnd().trace).containsExactly("+a", "-a", "+z", "-z");
    assertThat(run.state.isOver()).isTrue();
  }

  @Test
  void aReplayInsideALoopKeepsTheOtherValues() {
    Plan plan = flow(forEach("l", "[1,2,3]", 0, task("a"), task("b")));
    Run source = Run.of(plan, Script.allSucceed());
    var from = new OneTaskRun(source.find("a[2]").sequence);
    Run copy = Run.copyOf(source, plan, Script.allSucceed(), from).toEnd();

    assertThat(copy.trace).containsExactly("+a[2]", "-a[2]", "+b[2]", "-b[2]");
    assertThat(copy.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void outputsOfALoopOfRoundsAreReachableByPlaceAndAsAWhole() {
    var rounds = new Rounds(List.of(output("x", "${outputs.a.x}")), true, Rounds.Fetch.AUTO);
    var body = List.of(new Branch("tasks", List.of((Step) task("a"))));
    var loop =
        new LoopStep(
            task("l").header(),
            "[{\"k\":1},{\"k\":1}]",
            LoopOrder.CHILDREN_IN_ORDER,
            1,
            rounds,
            body,
            Handlers.NONE);
    Script script = Script.allSucceed().output("a", job -> Map.of("x", job.taskRun()));
    Run run = Run.of(flow(loop), script);

    assertThat(run.row("l").outputs())
        .containsEntry("iterationCount", 2)
        .containsEntry("outputs", List.of(Map.of("x", 1), Map.of("x", 2)));
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }
}
