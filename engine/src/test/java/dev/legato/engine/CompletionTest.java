package dev.legato.engine;

import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.output;
import static dev.legato.engine.Flows.task;
import static dev.legato.engine.Flows.withOutputs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.plan.Plan;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionTest {
  private static final Plan PLAN =
      withOutputs(flow(task("a")), output("out", "${outputs.a.x}"), output("who", "${inputs.who}"));

  @Test
  void theOutputsOfTheFlowAreRenderedAtTheEnd() {
    Run run = Run.of(PLAN, Script.allSucceed().output("a", Map.of("x", 7)));

    assertThat(run.stored().execution().outputs()).isEqualTo(Map.of("out", 7, "who", "you"));
    assertThat(run.logs())
        .containsExactly(
            "INFO Execution started.",
            "INFO Execution completed with state SUCCESS in 00:00:00.001.");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 00:00:00.000",
    "PT1M2.345999S, 00:01:02.345",
    "PT26H, 26:00:00.000",
    "PT1000H0.01S, 1000:00:00.010"
  })
  void howLongItTookIsSaidLikeAClockDoes(Duration took, String said) {
    Run run = Run.begin(flow(task("a")), Script.allSucceed().never("a"));
    run.now = Run.START.plus(took);
    run.complete("a", AttemptResult.success(Map.of()));

    assertThat(run.logs())
        .contains("INFO Execution completed with state SUCCESS in %s.".formatted(said));
  }

  @Test
  void anOutputWithoutValueFailsTheExecution() {
    Run run = Run.of(PLAN, Script.allSucceed());

    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.outline()).containsExactly("a SUCCESS");
    assertThat(run.logs()).contains("ERROR The outputs of the flow: outputs.a.x is undefined");
    assertThat(run.stored().execution().outputs()).isEmpty();
  }

  @Test
  void outputsAreNotRenderedAfterAKill() {
    Run run = Run.begin(PLAN, Script.allSucceed().never("a"));
    run.kill();
    run.toEnd();

    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
    assertThat(run.logs()).noneMatch(line -> line.startsWith("ERROR"));
  }

  @Test
  void theRecordCountsItsTaskRunsAndVersions() {
    Run run = Run.of(PLAN, Script.allSucceed().output("a", Map.of("x", 7)));

    assertThat(run.stored().execution().taskRunCount()).isEqualTo(1);
    assertThat(run.stored().execution().version()).isEqualTo(2);
  }
}
