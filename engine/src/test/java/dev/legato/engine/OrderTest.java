package dev.legato.engine;

import static dev.legato.engine.Flows.eachParallel;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.ifThen;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.plan.Step;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What starts when. Every task takes as long as every other. */
class OrderTest {
  static Stream<Arguments> orders() {
    Step ab = sequence("s", task("a"), task("b"));
    return Stream.of(
        Arguments.of("a sequence", ab, "+a -a +b -b"),
        Arguments.of(
            "parallel without a limit",
            parallel("p", 0, task("a"), task("b"), task("c")),
            "+a +b +c -a -b -c"),
        Arguments.of(
            "parallel, one at once",
            parallel("p", 1, task("a"), task("b"), task("c")),
            "+a -a +b -b +c -c"),
        Arguments.of(
            "parallel, two at once",
            parallel("p", 2, task("a"), task("b"), task("c")),
            "+a +b -a +c -b -c"),
        Arguments.of(
            "a limit counts children, not their tasks",
            parallel("p", 1, parallel("q", 0, task("a"), task("b")), task("c")),
            "+a +b -a -b +c -c"),
        Arguments.of(
            "sequences side by side",
            parallel("p", 0, ab, sequence("t", task("c"), task("d"))),
            "+a +c -a +b -c +d -b -d"),
        Arguments.of(
            "a loop, one value at once",
            forEach("l", "[1,2]", 1, task("a"), task("b")),
            "+a[1] -a[1] +b[1] -b[1] +a[2] -a[2] +b[2] -b[2]"),
        Arguments.of(
            "a loop, all values at once, tasks of a value in order",
            forEach("l", "[1,2]", 0, task("a"), task("b")),
            "+a[1] +a[2] -a[1] +b[1] -a[2] +b[2] -b[1] -b[2]"),
        Arguments.of(
            "a loop, two values at once",
            forEach("l", "[1,2,3]", 2, task("a"), task("b")),
            "+a[1] +a[2] -a[1] +b[1] -a[2] +b[2] -b[1] +a[3] -b[2] -a[3] +b[3] -b[3]"),
        Arguments.of(
            "a flat loop",
            eachParallel("l", "[1,2]", 0, task("a"), task("b")),
            "+a[1] +b[1] +a[2] +b[2] -a[1] -b[1] -a[2] -b[2]"),
        Arguments.of(
            "a flat loop, three task runs at once",
            eachParallel("l", "[1,2]", 3, task("a"), task("b")),
            "+a[1] +b[1] +a[2] -a[1] +b[2] -b[1] -a[2] -b[2]"),
        Arguments.of(
            "loops in loops",
            forEach("l", "[1,2]", 1, forEach("m", "[\"x\",\"y\"]", 0, task("a")), task("b")),
            "+a[1][x] +a[1][y] -a[1][x] -a[1][y] +b[1] -b[1]"
                + " +a[2][x] +a[2][y] -a[2][x] -a[2][y] +b[2] -b[2]"),
        Arguments.of(
            "a branch in a loop",
            forEach("l", "[1,2]", 1, ifThen("if", "${taskrun.value}", task("a")), task("b")),
            "+a[1] -a[1] +b[1] -b[1] +a[2] -a[2] +b[2] -b[2]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("orders")
  void tasksStartInOrder(String name, Step step, String trace) {
    Run run = Run.of(flow(step), Script.allSucceed());

    assertThat(String.join(" ", run.trace)).as(name).isEqualTo(trace);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void whatEndsFirstMakesRoomFirst() {
    var plan = flow(parallel("p", 2, task("slow"), task("b"), task("c")));
    Run run = Run.of(plan, Script.allSucceed().never("slow"));

    assertThat(run.trace).containsExactly("+slow", "+b", "-b", "+c", "-c");
    assertThat(run.status()).isEqualTo(ExecutionStatus.RUNNING);
  }

  @Test
  void emptyGroupsSucceedAtOnce() {
    Run run =
        Run.begin(
            flow(sequence("s"), parallel("p", 0), forEach("l", "[]", 1, task("a"))),
            Script.allSucceed());

    assertThat(run.outline()).containsExactly("s SUCCESS", "p SUCCESS", "l SUCCESS");
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aFlowWithoutTasksSucceeds() {
    assertThat(Run.begin(flow(), Script.allSucceed()).status()).isEqualTo(ExecutionStatus.SUCCESS);
  }
}
