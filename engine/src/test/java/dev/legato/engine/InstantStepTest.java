package dev.legato.engine;

import static dev.legato.engine.Flows.andFinally;
import static dev.legato.engine.Flows.exit;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.setVariables;
import static dev.legato.engine.Flows.task;
import static dev.legato.engine.Flows.unsetVariables;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.effect.Effect.RunTask;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.Label;
import dev.legato.model.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Labels, variables and exits. */
class InstantStepTest {
  static Stream<Arguments> labels() {
    return Stream.of(
        Arguments.of(Map.of("k", "${inputs.who}"), "k=you"),
        Arguments.of(List.of(Map.of("key", "k", "value", "v")), "k=v"),
        Arguments.of("{\"k\":1}", "k=1"),
        Arguments.of(Map.of("k", "${later:inputs.who}"), "k=you"));
  }

  @ParameterizedTest
  @MethodSource("labels")
  void labelsAreAddedToTheExecution(Object given, String label) {
    Run run = Run.of(flow(Flows.labels("l", given)), Script.allSucceed());

    assertThat(run.stored().execution().labels())
        .extracting(it -> it.key() + "=" + it.value())
        .containsExactly(label);
    assertThat(run.row("l").attempts()).hasSize(1);
    assertThat(run.effects).noneMatch(effect -> effect instanceof RunTask);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"7", "[1]", "{\"system.x\":\"1\"}", "{\"\":\"1\"}", "{\"k\":[]}", "nonsense"})
  void whatIsNoLabelFailsTheTask(String given) {
    Run run = Run.of(flow(Flows.labels("l", given)), Script.allSucceed());

    assertThat(run.outline()).containsExactly("l FAILED");
    assertThat(run.stored().execution().labels()).isEmpty();
  }

  @Test
  void aTextThatIsNoJsonIsShownAsItIs() {
    Run run = Run.of(flow(Flows.labels("l", "team=a")), Script.allSucceed());

    assertThat(run.logs())
        .contains("ERROR Labels must be a map or a list of {key, value}, but got: team=a");
  }

  @Test
  void theSameKeyIsReplaced() {
    Plan plan = flow(Flows.labels("a", Map.of("k", "1")), Flows.labels("b", Map.of("k", "2")));

    assertThat(Run.of(plan, Script.allSucceed()).stored().execution().labels())
        .containsExactly(new Label("k", "2"));
  }

  static Stream<Arguments> variables() {
    var set = setVariables("s", Map.of("x", Map.of("y", "${inputs.who}")), "false");
    return Stream.of(
        Arguments.of(flow(set), "SUCCESS", Map.of("y", "you")),
        Arguments.of(
            flow(set, setVariables("t", Map.of("x", Map.of("z", "1")), "true")),
            "SUCCESS",
            Map.of("y", "you", "z", "1")),
        Arguments.of(
            flow(set, setVariables("t", Map.of("x", "1"), "false")), "FAILED", Map.of("y", "you")),
        Arguments.of(flow(set, unsetVariables("u", "false", "x.y")), "SUCCESS", Map.of()),
        Arguments.of(flow(set, unsetVariables("u", "true", "x.q", "x.y")), "SUCCESS", Map.of()),
        Arguments.of(flow(set, unsetVariables("u", "false", "q")), "FAILED", Map.of("y", "you")));
  }

  @ParameterizedTest
  @MethodSource("variables")
  void variablesAreSetAndRemoved(Plan plan, String status, Map<String, String> x) {
    Run run = Run.of(plan, Script.allSucceed());

    assertThat(run.status().name()).isEqualTo(status);
    assertThat(run.stored().execution().variables())
        .containsEntry("x", x)
        .containsEntry("env", "test");
  }

  @Test
  void laterTasksSeeTheVariables() {
    Plan plan = flow(setVariables("s", Map.of("go", "1"), "true"), task("a", runIf("${vars.go}")));

    assertThat(Run.of(plan, Script.allSucceed()).outline())
        .containsExactly("s SUCCESS", "a SUCCESS");
  }

  @ParameterizedTest
  @CsvSource({
    "SUCCESS,SUCCESS",
    "warning,WARNING",
    "FAILED,FAILED",
    "KILLED,KILLED",
    "CANCELLED,CANCELLED",
    "CANCELED,CANCELLED"
  })
  void anExitEndsTheExecution(String state, ExecutionStatus status) {
    Plan plan =
        andFinally(flow(List.of(exit("x", state), task("a")), List.of(task("e"))), task("f"));
    Run run = Run.of(plan, Script.allSucceed());

    assertThat(run.outline()).containsExactly("x " + status);
    assertThat(run.status()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RUNNING", "", "RETRIED", "${nothing}"})
  void anExitIntoWhatIsNoEndFailsTheTask(String state) {
    Run run = Run.of(flow(exit("x", state), task("a")), Script.allSucceed());

    assertThat(run.outline()).containsExactly("x FAILED");
    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  void besideAnExitWhatRunsMayEndAndNothingStarts() {
    var siblings =
        parallel(
            "p",
            2,
            sequence("s", task("a"), task("b")),
            sequence("t", task("q"), exit("x", "SUCCESS")),
            task("c"));
    Run run = Run.begin(flow(siblings, task("d")), Script.allSucceed().never("a"));
    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.RUNNING);
    run.complete("a", AttemptResult.success(Map.of()));

    assertThat(run.toEnd().trace).containsExactly("+a", "+q", "-q", "-a");
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void anExitAsKilledStopsWhatRuns() {
    Run run =
        Run.of(
            flow(parallel("p", 0, task("a"), exit("x", "KILLED"))), Script.allSucceed().never("a"));

    assertThat(run.outline()).containsExactly("p KILLED", "a KILLED", "x KILLED");
  }

  @Test
  void aKillAfterAnExitKills() {
    Run run =
        Run.begin(
            flow(parallel("p", 0, task("a"), exit("x", "SUCCESS"))),
            Script.allSucceed().never("a"));
    assertThat(run.pause().isRefused()).isTrue();
    run.kill();

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.KILLED);
  }

  @Test
  void anExitSettlesTheEndOverACrash() {
    Run run =
        Run.begin(
            flow(parallel("p", 0, task("a"), exit("x", "WARNING"))),
            Script.allSucceed().never("a"));
    run.crash();

    assertThat(run.outline()).containsExactly("p WARNING", "a KILLED", "x WARNING");
    assertThat(run.status()).isEqualTo(ExecutionStatus.WARNING);
  }
}
