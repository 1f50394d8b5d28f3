package dev.legato.engine;

import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.missingTemplate;
import static dev.legato.engine.Flows.onError;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.task;
import static dev.legato.engine.Flows.template;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.TemplateId;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateTest {
  private static final Map<String, Object> ARGS = Map.of("to", "${vars.env}");

  static Stream<Arguments> flows() {
    return Stream.of(
        Arguments.of(
            "its tasks run in order",
            steps(template("t", Map.of(), Map.of(), ab())),
            "",
            "t SUCCESS, a SUCCESS, b SUCCESS"),
        Arguments.of(
            "a failure stops it",
            steps(template("t", Map.of(), Map.of(), ab())),
            "a",
            "t FAILED, a FAILED"),
        Arguments.of(
            "its error tasks run",
            steps(onError(template("t", Map.of(), Map.of(), ab()), task("e"))),
            "a",
            "t FAILED, a FAILED, e SUCCESS"),
        Arguments.of(
            "without tasks it succeeds",
            steps(template("t", Map.of(), Map.of()), task("z")),
            "",
            "t SUCCESS, z SUCCESS"),
        Arguments.of(
            "one that is not there fails",
            steps(missingTemplate("t", "gone"), task("z")),
            "",
            "t FAILED"),
        Arguments.of(
            "in a loop it runs for each value",
            steps(forEach("l", List.of("x", "y"), 1, template("t", Map.of(), Map.of(), task("a")))),
            "",
            "l SUCCESS, t[x] SUCCESS, a[x] SUCCESS, t[y] SUCCESS, a[y] SUCCESS"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("flows")
  void aTemplateRunsAsASequence(String name, List<Step> steps, String failing, String outline) {
    Script script = failing.isEmpty() ? Script.allSucceed() : Script.allSucceed().fail(failing);
    Run run = Run.of(flow(steps.toArray(Step[]::new)), script);

    assertThat(run.outline()).as(name).containsExactly(outline.split(", "));
  }

  @Test
  void itsTasksSeeTheArgsOfWhoeverUsesIt() {
    Step reader = task("a", runIf("${parent.outputs.args.to}"));
    Run run = Run.of(flow(template("t", Map.of(), ARGS, reader)), Script.allSucceed());

    assertThat(run.row("t").outputs()).isEqualTo(Map.of("args", Map.of("to", "test")));
    assertThat(run.outline()).containsExactly("t SUCCESS", "a SUCCESS");
  }

  @Test
  void argsWithoutValueFailTheTask() {
    var args = Map.<String, Object>of("to", "${inputs.nobody}");
    Run run = Run.of(flow(template("t", Map.of(), args, ab())), Script.allSucceed());

    assertThat(run.outline()).containsExactly("t FAILED");
    assertThat(run.logs()).contains("ERROR inputs.nobody is undefined");
  }

  @Test
  void aTemplateThatIsNotThereFailsWithTheReason() {
    Run run = Run.of(flow(missingTemplate("t", "There is no template 'x'.")), Script.allSucceed());

    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.logs()).contains("ERROR There is no template 'x'.");
  }

  @Test
  void itsTasksKnowEachOtherByTheNamesOfTheTemplate() {
    Plan plan =
        flow(
            template("one", Map.of(), Map.of(), task("a"), reader("b")),
            template(
                "two",
                Map.of("a", "two.a", "b", "two.b"),
                Map.of(),
                task("two.a"),
                reader("two.b")),
            task("after", runIf("${outputs['two.a'].by}${outputs.a.by}")));
    Run run = Run.of(plan, script());

    assertThat(run.job("b").variables()).isNotNull();
    assertThat(value(run, "b")).isEqualTo("one");
    assertThat(value(run, "two.b")).isEqualTo("two");
    assertThat(value(run, "after")).isEqualTo("one");
  }

  @Test
  void anExecutionRemembersTheRevisionsAndGoesOnAfterACrash() {
    Run run = Run.begin(flow(template("t", Map.of(), ARGS, ab())), Script.allSucceed());
    run.step();
    run.crash().toEnd();

    assertThat(run.stored().execution().templates())
        .isEqualTo(Map.of(new TemplateId("team", "t"), 1));
    assertThat(run.outline()).containsExactly("t SUCCESS", "a SUCCESS", "b SUCCESS");
  }

  /** What a task sees as {@code outputs.a.by}. */
  private static Object value(Run run, String task) {
    var outputs = (Map<?, ?>) run.job(task).variables().get("outputs");
    return ((Map<?, ?>) outputs.get("a")).get("by");
  }

  private static Script script() {
    return Script.allSucceed()
        .output("a", Map.of("by", "one"))
        .output("two.a", Map.of("by", "two"));
  }

  private static Step reader(String id) {
    return task(id, runIf("${outputs.a.by}"));
  }

  private static Step[] ab() {
    return new Step[] {task("a"), task("b")};
  }

  private static List<Step> steps(Step... steps) {
    return List.of(steps);
  }
}
