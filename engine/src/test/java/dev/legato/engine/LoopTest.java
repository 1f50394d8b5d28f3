package dev.legato.engine;

import static dev.legato.engine.Flows.eachParallel;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.onError;
import static dev.legato.engine.Flows.rounds;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionStatus;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoopTest {
  static Stream<Arguments> values() {
    var map = new LinkedHashMap<String, Object>();
    map.put("a", "${inputs.who}");
    map.put("n", 1);
    return Stream.of(
        Arguments.of("[1,2]", List.of("1", "2")),
        Arguments.of("[\"a\", \"b\"]", List.of("a", "b")),
        Arguments.of("[1.5, true]", List.of("1.5", "true")),
        Arguments.of("[{\"a\":1}, [1,2]]", List.of("{\"a\":1}", "[1,2]")),
        Arguments.of("[2,1,2,\"1\",3]", List.of("2", "1", "3")),
        Arguments.of("[\"${inputs.who}\"]", List.of("you")),
        Arguments.of("${outputs.first.list}", List.of("x", "y")),
        Arguments.of("${outputs.first.text}", List.of("7", "8")),
        Arguments.of(List.of("${inputs.who}", 1, "1"), List.of("you", "1")),
        Arguments.of(List.of(map), List.of("{\"a\":\"you\",\"n\":1}")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void valuesAreRenderedAndDistinct(Object values, List<String> expected) {
    var script =
        Script.allSucceed().output("first", Map.of("list", List.of("x", "y"), "text", "[7, 8]"));
    Run run = Run.of(flow(task("first"), forEach("l", values, 0, task("a"))), script);

    assertThat(run.row("l").items()).isEqualTo(expected);
    assertThat(run.state.taskRuns().all().stream().skip(2).map(TaskRun::value)).isEqualTo(expected);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  static Stream<Arguments> entries() {
    return Stream.of(
        Arguments.of(
            "[1, true, \"a\", {\"k\":1}, [1], 1]",
            List.of("1", "true", "a", Map.of("k", 1), List.of(1), "1")),
        Arguments.of(Map.of("k", 1.5), List.of("1.5")),
        Arguments.of(
            " kestra:///a/b.jsonl ",
            List.of("{{ read('kestra:///a/b.jsonl') }}")), // as it is asked
        Arguments.of("${outputs.first.text}", List.of("one", "two")));
  }

  @ParameterizedTest
  @MethodSource("entries")
  void entriesOfRoundsAreTextsUnlessTheyAreListsOrMaps(Object values, List<Object> expected) {
    var script = Script.allSucceed().output("first", Map.of("text", "[\"one\", \"two\"]"));
    Run run = Run.of(flow(task("first"), rounds("l", values, task("a"))), script);

    assertThat(run.row("l").items()).isEqualTo(expected);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void roundsAreCounted() {
    Run run = Run.of(flow(rounds("l", List.of("a", "b"), task("t"))), Script.allSucceed());

    assertThat(run.row("l").outputs())
        .isEqualTo(Map.of("iterationCount", 2, "runningIterations", 0, "terminatedIterations", 2));
  }

  @Test
  void aFileWhoseNameCouldEndATextIsNotRead() {
    Run run =
        Run.of(flow(rounds("l", "kestra:///a') ~ secret('b", task("a"))), Script.allSucceed());

    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
    assertThat(run.row("l").items()).isNull();
  }

  static Stream<Arguments> badValues() {
    return Stream.of(
        Arguments.of("[1,null,2,null]", "The values of 'l' hold 2 null(s)"),
        Arguments.of(Arrays.asList("a", null), "The values of 'l' hold 1 null(s)"),
        Arguments.of("{\"a\":1}", "The values of 'l' must be a JSON list, but they are: {\"a\":1}"),
        Arguments.of("[1,2", "The values of 'l' must be a JSON list, but they are: [1,2"),
        Arguments.of("${no}", "no is undefined"),
        Arguments.of(List.of("a", "${no}"), "no is undefined"),
        Arguments.of(7, "The values of 'l' must be a JSON list, but they are: 7"));
  }

  @ParameterizedTest
  @MethodSource("badValues")
  void aLoopWithoutProperValuesFails(Object values, String message) {
    Run run = Run.of(flow(forEach("l", values, 0, task("a"))), Script.allSucceed());

    assertThat(run.outline()).containsExactly("l FAILED");
    assertThat(run.logs()).anyMatch(line -> line.startsWith("ERROR " + message));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void aFailureStartsNothingNewAndWaitsForWhatRuns(int limit) {
    var plan = flow(forEach("l", "[1,2,3,4]", limit, task("a"), task("b")), task("after"));
    Run run = Run.of(plan, Script.allSucceed().failFor("a", "1"));

    int started = limit == 0 ? 4 : limit;
    var all = List.of("l FAILED", "a[1] FAILED", "a[2] SUCCESS", "a[3] SUCCESS", "a[4] SUCCESS");
    assertThat(run.outline()).isEqualTo(all.subList(0, 1 + started));
    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  void errorsOfALoopRunOnceAndCarryNoValue() {
    var plan = flow(onError(forEach("l", "[1,2]", 1, task("a")), task("e1"), task("e2")));
    Run run = Run.of(plan, Script.allSucceed().fail("a"));

    assertThat(run.outline())
        .containsExactly("l FAILED", "a[1] FAILED", "e1 SUCCESS", "e2 SUCCESS");
    assertThat(run.trace).containsExactly("+a[1]", "-a[1]", "+e1", "-e1", "+e2", "-e2");
    assertThat(run.row("e1").value()).isNull();
    assertThat(run.row("e1").iteration()).isNull();
  }

  @Test
  void errorsOfAParallelLoopRunSideBySide() {
    var plan = flow(onError(eachParallel("l", "[1,2]", 0, task("a")), task("e1"), task("e2")));
    Run run = Run.of(plan, Script.allSucceed().fail("a"));

    assertThat(run.trace)
        .containsExactly("+a[1]", "+a[2]", "-a[1]", "-a[2]", "+e1", "+e2", "-e1", "-e2");
  }

  @Test
  void childrenKnowTheirIteration() {
    Run run = Run.of(flow(forEach("l", "[\"x\",\"y\"]", 1, task("a"))), Script.allSucceed());

    assertThat(run.row("a[y]").iteration()).isEqualTo(1);
    assertThat(run.row("a[y]").value()).isEqualTo("y");
    assertThat(run.row("a[y]").parent()).isEqualTo(run.row("l").sequence());
  }

  @Test
  void runIfMaySkipSomeRounds() {
    var plan = flow(forEach("l", "[0,1]", 0, task("a", runIf("${taskrun.value}")), task("b")));
    Run run = Run.of(plan, Script.allSucceed());

    assertThat(run.outline())
        .containsExactlyInAnyOrder(
            "l SUCCESS", "a[0] SKIPPED", "a[1] SUCCESS", "b[0] SUCCESS", "b[1] SUCCESS");
  }

  @Test
  void aKilledChildDoesNotStopALoopButItIsKilled() {
    var plan = flow(forEach("l", "[1,2]", 1, task("a"), task("b")));
    Run run = Run.of(plan, Script.allSucceed().killed("a"));

    assertThat(run.outline())
        .containsExactly("l KILLED", "a[1] KILLED", "b[1] SUCCESS", "a[2] KILLED", "b[2] SUCCESS");
    assertThat(run.status()).isEqualTo(ExecutionStatus.KILLED);
  }
}
