package dev.legato.engine;

import static dev.legato.engine.Flows.dag;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.onError;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command.StartingPoint.OneTaskRun;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.plan.Step.DagStep;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DagTest {
  private static final Map<String, List<String>> DIAMOND =
      Map.of("b", List.of("a"), "c", List.of("a"), "d", List.of("b", "c"));

  static Stream<Arguments> orders() {
    return Stream.of(
        Arguments.of(0, "+a -a +b +c -b -c +d -d"),
        Arguments.of(1, "+a -a +b -b +c -c +d -d"),
        Arguments.of(2, "+a -a +b +c -b -c +d -d"));
  }

  @ParameterizedTest(name = "at most {0} at once: {1}")
  @MethodSource("orders")
  void eachTaskStartsOnceAllItDependsOnHaveEnded(int concurrent, String trace) {
    Run run = Run.of(flow(diamond(concurrent)), Script.allSucceed());

    assertThat(String.join(" ", run.trace)).isEqualTo(trace);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void afterAFailureNothingNewStartsAndTheSiblingsEnd() {
    Run run =
        Run.of(flow(onError(diamond(0), task("e")), task("f")), Script.allSucceed().fail("b"));

    assertThat(run.outline())
        .containsExactly("g FAILED", "a SUCCESS", "b FAILED", "c SUCCESS", "e SUCCESS");
    assertThat(run.status()).isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  void aSkippedTaskCountsAsEnded() {
    var steps = dag("g", 0, Map.of("b", List.of("a")), task("a", runIf("0")), task("b"));

    assertThat(Run.of(flow(steps), Script.allSucceed()).outline())
        .containsExactly("g SUCCESS", "a SKIPPED", "b SUCCESS");
  }

  @Test
  void aRestartRunsWhatDependsOnTheFailureAndKeepsTheRest() {
    Run run = Run.of(flow(diamond(0)), Script.allSucceed().failTimes("b", 1));
    run.trace.clear();
    run.restart();
    run.toEnd();

    assertThat(run.trace).containsExactly("+b", "-b", "+d", "-d");
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aReplayFromATaskRemovesOnlyWhatDependsOnIt() {
    Run source = Run.of(flow(diamond(0)), Script.allSucceed());
    var from = new OneTaskRun(source.find("b").sequence);
    Run copy = Run.copyOf(source, source.plan, Script.allSucceed(), from).toEnd();

    assertThat(copy.trace).containsExactly("+b", "-b", "+d", "-d");
    assertThat(copy.outline())
        .containsExactly("g SUCCESS", "a SUCCESS", "b SUCCESS", "c SUCCESS", "d SUCCESS");
  }

  private static DagStep diamond(int concurrent) {
    return dag("g", concurrent, DIAMOND, task("a"), task("b"), task("c"), task("d"));
  }
}
