package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.agreeing;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.loopUntil;
import static dev.legato.engine.Flows.pause;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.plan.Agreement.Behavior;
import dev.legato.model.plan.Agreement.MaxDuration;
import dev.legato.model.plan.Step.PauseLimits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Timers that were on their way while what they were for came to an end or began anew. */
class LateTimerTest {
  private static final PauseLimits TEN_SECONDS = new PauseLimits("PT10S", null, "RESUME");

  @ParameterizedTest(name = "read anew: {0}")
  @ValueSource(booleans = {true, false})
  void thatOfAPauseDoesNotEndTheNextPause(boolean readAnew) {
    Run run = Run.begin(flow(pause("p", TEN_SECONDS)), Script.allSucceed());
    FireTimer first = timer(run);
    run.now = run.now.plusSeconds(20); // it is on its way
    run.restart();
    FireTimer second = timer(run);
    if (readAnew) {
      run.restore();
    }

    assertThat(run.send(first).events()).isEmpty();
    assertThat(run.find("p").status()).isEqualTo(TaskRunStatus.PAUSED);
    assertThat(timer(run)).isEqualTo(second);
    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
    assertThat(run.now).isAfterOrEqualTo(second.due());
  }

  @ParameterizedTest(name = "read anew: {0}")
  @ValueSource(booleans = {true, false})
  void thatOfAnAgreementDoesNotBreakItAfterARestart(boolean readAnew) {
    var time = new MaxDuration("m", Behavior.FAIL, List.of(), Duration.ofSeconds(10));
    Run run = Run.begin(agreeing(flow(task("a")), time), Script.allSucceed().fail("a"));
    FireTimer first = timer(run);
    run.toEnd();
    run.now = run.now.plusSeconds(20);
    run.script = Script.allSucceed().never("a");
    run.restart();
    if (readAnew) {
      run.restore();
    }

    assertThat(run.send(first).events()).isEmpty();
    assertThat(run.status()).isEqualTo(ExecutionStatus.RUNNING);
    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.FAILED); // by its own timer
  }

  @Test
  void thatOfARoundDoesNotBeginTheOneAfterTheNext() {
    Run run = Run.begin(flow(loopUntil("l", "0", task("a"))), Script.allSucceed()).steps(1);
    FireTimer first = timer(run);
    run.steps(2); // the next round, which waits again
    assertThat(timer(run)).isNotEqualTo(first);

    assertThat(run.send(first).events()).isEmpty();
  }

  @Test
  void oneThatComesBeforeItsTimeIsSetAgain() {
    Run run = Run.begin(flow(pause("p", TEN_SECONDS)), Script.allSucceed());
    FireTimer timer = timer(run);
    run.timers.clear();

    assertThat(run.send(timer).events()).isEmpty();
    assertThat(timer(run)).isEqualTo(timer);
  }

  private static FireTimer timer(Run run) {
    Timer only = run.timers.values().iterator().next();
    return new FireTimer(EXECUTION, only.kind(), only.taskRun(), only.due());
  }
}
