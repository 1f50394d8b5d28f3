package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.labels;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.setVariables;
import static dev.legato.engine.Flows.switchOn;
import static dev.legato.engine.Flows.task;
import static dev.legato.engine.Flows.template;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Answer.Value;
import dev.legato.model.command.Command.ProvideAnswer;
import dev.legato.model.effect.Effect.Ask;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Decisions see secrets; what is stored does not. */
class SecretTest {
  private static final Value SECRET = new Value("prod", "****");

  @Test
  void aSwitchOnASecretTakesItsCaseAndStoresStars() {
    Plan plan =
        flow(switchOn("s", "${later:x}", Map.of("prod", List.of(task("a"), task("b"))), null));
    Run run = answered(plan);
    assertThat(run.row("s").outputs()).containsEntry("value", "****");
    assertThat(run.toEnd().outline()).containsExactly("s SUCCESS", "a SUCCESS", "b SUCCESS");
    assertThat(answered(plan).crash().toEnd().outline())
        .containsExactly("s SUCCESS", "a SUCCESS", "b SUCCESS");
  }

  @Test
  void argsWithASecretAreSealed() {
    var step = template("t", Map.of(), Map.of("token", "${later:x}", "plain", "b"), task("a"));
    Run run = answered(flow(step));

    assertThat(run.toEnd().outline()).containsExactly("t SUCCESS", "a SUCCESS");
    assertThat(run.row("t").outputs())
        .containsEntry("args", Map.of("token", Map.of("sealed", "dorp"), "plain", "b"));
  }

  @Test
  void aConditionSeesTheSecret() {
    Run run = answered(flow(task("a", runIf("${later:x}"))), new Value("false", "*****"));

    assertThat(run.toEnd().outline()).containsExactly("a SKIPPED");
  }

  @Test
  void variablesAndLabelsHaveStarsAndAWarning() {
    Run run = answered(flow(setVariables("v", Map.of("token", "${later:x}"), "true")));
    assertThat(run.toEnd().state.header().variables()).containsEntry("token", "****");
    assertThat(run.logs()).anyMatch(line -> line.startsWith("WARN Secrets were replaced by stars"));

    Run labelled = answered(flow(labels("l", Map.of("token", "${later:x}"))));
    assertThat(labelled.toEnd().state.header().labels())
        .extracting(label -> label.key() + "=" + label.value())
        .containsExactly("token=****");
  }

  @Test
  void aLoopOverASecretFailsAndSaysWhatToDo() {
    Run run = answered(flow(forEach("l", "${later:x}", 0, task("a"))), new Value("[1]", "***"));

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.logs()).anyMatch(line -> line.contains("Loop over names of secrets"));
  }

  private static Run answered(Plan plan) {
    return answered(plan, SECRET);
  }

  private static Run answered(Plan plan, Value answer) {
    Run run = Run.begin(plan, Script.allSucceed().silent());
    Ask asked =
        run.effects.stream()
            .flatMap(effect -> effect instanceof Ask it ? Stream.of(it) : Stream.empty())
            .findFirst()
            .orElseThrow();
    run.send(new ProvideAnswer(EXECUTION, asked.inquiry(), answer));
    return run;
  }
}
