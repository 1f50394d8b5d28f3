package dev.legato.engine;

import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.output;
import static dev.legato.engine.Flows.task;
import static dev.legato.engine.Flows.withOutputs;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.plan.Plan;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CompletionTest {
  private static final Plan PLAN =
      withOutputs(flow(task("a")), output("out", "${outputs.a.x}"), output("who", "${inputs.who}"));

  @Test
  void theOutputsOfTheFlowAreRenderedAtTheEnd() {
    Run run = Run.of(PLAN, Script.allSucceed().output("a", Map.of("x", 7)));

    assertThat(run.stored().execution().outputs()).isEqualTo(Map.of("out", 7, "who", "you"));
    assertThat(run.logs())
        .containsExactly(
            "INFO Execution started.", "INFO Execution completed with state SUCCESS in PT0.001S.");
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
