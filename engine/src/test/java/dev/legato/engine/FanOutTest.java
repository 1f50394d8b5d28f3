package dev.legato.engine;

import static dev.legato.engine.Flows.eachParallel;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.effect.Effect.ScheduleContinuation;
import dev.legato.model.event.Event.TaskRunCreated;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.plan.Plan;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Loops with thousands of values. */
class FanOutTest {
  static String values(int count) {
    return IntStream.range(0, count)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Test
  void aDecisionCreatesAPortionAtMost() {
    Plan plan = flow(forEach("l", values(2_000), 0, task("a"), task("b")));
    Run run = Run.begin(plan, Script.allSucceed());
    int known = run.state.taskRuns().all().size();
    assertThat(known).isEqualTo(Engine.PORTION);
    while (run.step()) {
      int created = run.state.taskRuns().all().size() - known;
      known += created;
      assertThat(created).isLessThanOrEqualTo(Engine.PORTION);
    }

    assertThat(run.state.taskRuns().all()).hasSize(4_001);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void oneContinuationIsUnderWayAtATime() {
    Plan plan = flow(forEach("l", values(2_000), 0, task("a")));
    Run run = Run.begin(plan, Script.allSucceed());
    int outstanding = 0;
    int effects = 0;
    do {
      for (; effects < run.effects.size(); effects++) {
        outstanding += run.effects.get(effects) instanceof ScheduleContinuation ? 1 : 0;
      }
    } while (run.step());

    assertThat(outstanding).isLessThanOrEqualTo(2_001 / Engine.PORTION + 5);
  }

  @Test
  void eventsAndWritesGrowLinearly() {
    for (int count : new int[] {500, 2_000}) {
      Run run = Run.of(flow(forEach("l", values(count), 0, task("a"))), Script.allSucceed());
      int writes = run.writes.stream().mapToInt(Integer::intValue).sum();

      // created, attempt started, attempt ended, ended: for each task run, and the loop's own
      assertThat(run.events).hasSize(4 * count + 6);
      // once when it starts, once when it ends; the loop when it opens and when it closes
      assertThat(writes).isEqualTo(2 * count + 2);
    }
  }

  @Test
  void theEndOfATaskRunTouchesItselfAndWhatFollowsOnly() {
    Plan plan = flow(forEach("l", values(1_000), 10, task("a"), task("b")));
    Run run = Run.begin(plan, Script.allSucceed());
    while (run.step()) {
      assertThat(run.writes.getLast()).isLessThanOrEqualTo(2);
    }
  }

  @Test
  void theLimitHoldsWhileAFanOutGoesOn() {
    int limit = Engine.PORTION + 100;
    Plan plan = flow(forEach("l", values(2_000), limit, task("a"), task("b")));
    Run run = Run.begin(plan, Script.allSucceed());
    Group loop = Objects.requireNonNull(run.find("l").group());
    while (run.step()) {
      assertThat(loop.live + loop.pending).isLessThanOrEqualTo(limit);
    }

    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aFlatLoopIsCutIntoPortionsToo() {
    Run run =
        Run.of(flow(eachParallel("l", values(700), 0, task("a"), task("b"))), Script.allSucceed());

    assertThat(run.events.stream().filter(TaskRunCreated.class::isInstance)).hasSize(1_401);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aDeepNestNeedsNoDeepStack() {
    Plan plan =
        flow(
            forEach(
                "x",
                values(30),
                0,
                forEach("y", values(30), 0, forEach("z", values(3), 1, task("a")))));
    Run run = Run.of(plan, Script.allSucceed());

    assertThat(run.state.taskRuns().all()).hasSize(1 + 30 + 900 + 2_700);
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
  }
}
