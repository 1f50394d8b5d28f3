package dev.legato.engine;

import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.onPause;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.PauseStep;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovalTest {
  private static PauseStep approval(String auto, String timeout, Step... children) {
    return onPause(Flows.approval("p", auto, timeout, children), task("tell"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          APPROVED, SUCCESS, SUCCESS, true
          DENIED  , FAILED , FAILED , false
          """)
  void itsChildrenRunWhateverTheDecisionIs(
      String decision, String ends, ExecutionStatus status, boolean goesOn) {
    Plan plan = flow(approval("false", "PT1H", task("tell-them")), task("a"));
    Run run = Run.begin(plan, Script.allSucceed());
    assertThat(run.status()).isEqualTo(ExecutionStatus.PAUSED);
    assertThat(run.row("p").outputs())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("url", "/here", "due", Run.START.plusSeconds(3600).plusMillis(1).toString()));

    run.resume(null, Map.of("decision", decision, "comment", "why not", "amount", 7));
    run.toEnd();

    assertThat(run.outline()).startsWith("p " + ends).contains("tell SUCCESS", "tell-them SUCCESS");
    assertThat(run.trace.contains("+a")).isEqualTo(goesOn);
    assertThat(run.status()).isEqualTo(status);
    assertThat(run.row("p").outputs())
        .containsEntry("decision", decision)
        .containsEntry("comment", "why not")
        .containsEntry("inputs", Map.of("amount", 7))
        .containsEntry("by", "me")
        .containsEntry("auto", false)
        .containsEntry("url", "/here");
  }

  @Test
  void itExpiresAfterItsTime() {
    Run run = Run.of(flow(approval("false", "PT10S"), task("a")), Script.allSucceed());

    assertThat(run.outline()).containsExactly("p WARNING", "tell SUCCESS", "a SUCCESS");
    assertThat(run.row("p").outputs())
        .containsEntry("decision", "EXPIRED")
        .containsEntry("by", null);
    assertThat(run.logs()).contains("WARN Nobody decided in time.");
  }

  @Test
  void nobodyIsAskedOrToldWhenItApprovesItself() {
    Run run = Run.of(flow(approval("true", "PT10S", task("b")), task("a")), Script.allSucceed());

    assertThat(run.outline()).containsExactly("p SUCCESS", "b SUCCESS", "a SUCCESS");
    assertThat(run.row("p").outputs())
        .containsEntry("decision", "APPROVED")
        .containsEntry("auto", true);
    assertThat(run.stored().execution().history().entries()).hasSize(3);
  }

  @Test
  void withoutADecisionItIsNotResumed() {
    Run run = Run.begin(flow(approval("false", "PT1H")), Script.allSucceed());

    assertThat(run.resume(null, Map.of()).refusal())
        .isEqualTo("Task 'p' waits for a decision, APPROVED or DENIED.");
    assertThat(run.status()).isEqualTo(ExecutionStatus.PAUSED);
  }
}
