package dev.legato.engine;

import static dev.legato.engine.Flows.everyTenSeconds;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.plan.Plan;
import org.junit.jupiter.api.Test;

/** Executions that somebody pauses as a whole. */
class HoldTest {
  @Test
  void whatRunsIsRecordedAndNothingStarts() {
    Run run = Run.begin(flow(task("a"), task("b")), Script.allSucceed()).paused().toEnd();
    assertThat(run.outline()).containsExactly("a SUCCESS");
    assertThat(run.status()).isEqualTo(ExecutionStatus.PAUSED);
    run.resume();

    assertThat(run.toEnd().outline()).containsExactly("a SUCCESS", "b SUCCESS");
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void theEndWaitsToo() {
    Run run = Run.begin(flow(task("a")), Script.allSucceed()).paused().toEnd();
    assertThat(run.status()).isEqualTo(ExecutionStatus.PAUSED);
    run.forceRun();

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aRetryThatIsDueMeanwhileComesAfterwards() {
    Plan plan = flow(task("a", retry(everyTenSeconds(2))));
    Run run = Run.begin(plan, Script.allSucceed().failTimes("a", 1)).paused().toEnd();
    assertThat(run.trace).containsExactly("+a", "-a");
    run.resume();

    assertThat(run.toEnd().trace).containsExactly("+a", "-a", "+a", "-a");
  }

  @Test
  void anAnswerThatComesMeanwhileIsKept() {
    Run run = Run.begin(flow(task("a", runIf("${later:vars.env}"))), Script.allSucceed()).paused();
    assertThat(run.toEnd().trace).isEmpty();
    run.resume();

    assertThat(run.toEnd().trace).containsExactly("+a", "-a");
  }

  @Test
  void aCrashLosesNothing() {
    Run run = Run.begin(flow(sequence("s", task("a"), task("b"))), Script.allSucceed()).paused();
    run.toEnd().crash().crash();
    assertThat(run.status()).isEqualTo(ExecutionStatus.PAUSED);
    assertThat(run.outline()).containsExactly("s RUNNING", "a SUCCESS");
    run.resume();

    assertThat(run.toEnd().outline()).containsExactly("s SUCCESS", "a SUCCESS", "b SUCCESS");
  }

  @Test
  void anAttemptLostMeanwhileRunsAgainAfterwards() {
    Run run = Run.begin(flow(task("a")), Script.allSucceed()).paused().crash();
    assertThat(run.toEnd().trace).containsExactly("+a");
    run.resume();

    assertThat(run.toEnd().trace).containsExactly("+a", "+a", "-a");
  }

  @Test
  void itCanBeKilled() {
    Run run = Run.begin(flow(task("a"), task("b")), Script.allSucceed().never("a")).paused();
    run.kill();

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.KILLED);
    assertThat(run.outline()).containsExactly("a KILLED");
  }

  @Test
  void onlyARunningExecutionCanBePausedAndOnce() {
    Run run = Run.begin(flow(task("a")), Script.allSucceed()).paused();

    assertThat(run.pause().refusal())
        .isEqualTo("The execution is PAUSED; only a running one can be paused.");
    assertThat(run.restart().refusal())
        .isEqualTo(
            "The execution is PAUSED; only one that has ended or waits in a pause can be restarted.");
  }
}
