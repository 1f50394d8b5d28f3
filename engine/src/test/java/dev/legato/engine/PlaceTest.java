package dev.legato.engine;

import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.pause;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.plan.Plan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Executions of flows that limit how many run at once. */
class PlaceTest {
  @ParameterizedTest
  @CsvSource({"QUEUED,QUEUED,false", "CANCELLED,CANCELLED,true", "FAILED,FAILED,true"})
  void withoutAPlaceNothingRuns(Admission.Verdict verdict, ExecutionStatus status, boolean over) {
    Run run = Run.beginWith(verdict, flow(task("a")), Script.allSucceed()).toEnd();

    assertThat(run.status()).isEqualTo(status);
    assertThat(run.state.isOver()).isEqualTo(over);
    assertThat(run.outline()).isEmpty();
  }

  @Test
  void itStartsWhenAPlaceIsFree() {
    Run run = queued();
    run.admit();

    assertThat(run.toEnd().outline()).containsExactly("a SUCCESS");
    assertThat(run.admit().refusal()).isEqualTo("The execution is not queued.");
  }

  @Test
  void itStartsWithoutAPlaceWhenSomebodyInsists() {
    Run run = queued();
    run.forceRun();

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @ParameterizedTest
  @EnumSource(ExecutionStatus.class)
  void itLeavesTheQueueToRunOrToEnd(ExecutionStatus status) {
    Run run = queued();
    Decision decision = run.unqueue(status);
    boolean allowed =
        status == ExecutionStatus.RUNNING || Transitions.OPERATOR_ENDS.contains(status);

    assertThat(decision.isRefused()).isEqualTo(!allowed);
    assertThat(run.status()).isEqualTo(allowed ? status : ExecutionStatus.QUEUED);
    if (!allowed) {
      assertThat(decision.refusal())
          .isEqualTo(
              "An execution leaves the queue as RUNNING or with the state of an end, not as "
                  + status
                  + ".");
    }
  }

  @Test
  void aDatePutsTheQuestionOff() {
    Run run =
        Run.begin(flow(task("a")), Script.allSucceed(), Run.creation(Run.START.plusSeconds(60)));
    run.verdict = Admission.Verdict.QUEUED;
    assertThat(run.status()).isEqualTo(ExecutionStatus.CREATED);

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.QUEUED);
  }

  @Test
  void forceStartsItBeforeItsDate() {
    Run run =
        Run.begin(flow(task("a")), Script.allSucceed(), Run.creation(Run.START.plusSeconds(60)));
    run.forceRun();

    assertThat(run.timers).isEmpty();
    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aRestartAsksForAPlaceAgain() {
    Plan plan = flow(sequence("s", task("a")), task("b"));
    Run run =
        Run.of(plan, Script.allSucceed().failTimes("a", 1)).withPlaces(Admission.Verdict.QUEUED);
    run.restart();
    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.QUEUED);
    assertThat(run.outline()).containsExactly("s RUNNING", "a RESTARTED");
    run.admit();

    assertThat(run.toEnd().outline()).containsExactly("s SUCCESS", "a SUCCESS", "b SUCCESS");
  }

  @Test
  void aRestartedExecutionThatLeavesTheQueueTakesItsTaskRunsAlong() {
    Run run =
        Run.of(flow(sequence("s", task("a"))), Script.allSucceed().fail("a"))
            .withPlaces(Admission.Verdict.QUEUED);
    run.restart();
    run.unqueue(ExecutionStatus.CANCELLED);

    assertThat(run.outline()).containsExactly("s CANCELLED", "a CANCELLED");
    assertThat(run.state.isOver()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Admission.Verdict.class,
      names = {"CANCELLED", "FAILED"})
  void aRestartWithoutAPlaceIsRefused(Admission.Verdict verdict) {
    Run run = Run.of(flow(task("a")), Script.allSucceed().fail("a")).withPlaces(verdict);

    assertThat(run.restart().refusal())
        .isEqualTo("The flow runs as often at once as it may; try again later.");
    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  void aPausedExecutionHasItsPlaceWhenItIsRestarted() {
    Run run = Run.begin(flow(pause("p")), Script.allSucceed()).withPlaces(Admission.Verdict.QUEUED);
    run.restart();

    assertThat(run.status()).isEqualTo(ExecutionStatus.PAUSED);
  }

  @Test
  void aKillReachesTheQueue() {
    Run run = queued();
    run.kill();

    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
    assertThat(run.outline()).isEmpty();
  }

  private static Run queued() {
    return Run.beginWith(Admission.Verdict.QUEUED, flow(task("a")), Script.allSucceed()).toEnd();
  }
}
