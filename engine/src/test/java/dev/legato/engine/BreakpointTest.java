package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.stoppingAt;
import static dev.legato.engine.Flows.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.model.command.Command.ResumeFromBreakpoint;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Breakpoint;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Plan;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Executions that stop before tasks that somebody has marked. */
class BreakpointTest {
  @Test
  void itStopsBeforeTheTaskAndGoesOnWhenSomebodyResumesIt() {
    Run run = run(flow(task("a"), task("b"), task("c")), Script.allSucceed(), at("b"));

    assertThat(run.status()).isEqualTo(ExecutionStatus.BREAKPOINT);
    assertThat(run.outline()).containsExactly("a SUCCESS", "b CREATED");
    assertThat(run.find("b").past().attempts()).isEmpty();
    assertThat(run.logs()).contains("INFO Execution stopped at a breakpoint.");

    assertThat(resume(run, null)).isNull();
    assertThat(run.toEnd().outline()).containsExactly("a SUCCESS", "b SUCCESS", "c SUCCESS");
    assertThat(run.status()).isEqualTo(ExecutionStatus.SUCCESS);
    assertThat(run.state.header().breakpoints()).containsExactly(at("b"));
  }

  @Test
  void whatRunsByThenRunsOnButNothingNewStarts() {
    Plan plan = flow(parallel("p", 0, sequence("s", task("a"), task("b")), task("x")), task("z"));
    Run run = run(plan, Script.allSucceed().never("x"), at("b"));
    run.complete("x", AttemptResult.success(Map.of()));
    run.toEnd();

    assertThat(run.status()).isEqualTo(ExecutionStatus.BREAKPOINT);
    assertThat(run.find("x").status()).isEqualTo(TaskRunStatus.SUCCESS);
    assertThat(run.find("b").status()).isEqualTo(TaskRunStatus.CREATED);
    resume(run, null);
    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void itStopsInEachRoundThatTheBreakpointNames() {
    Plan plan = flow(forEach("loop", "[\"u\",\"v\",\"w\"]", 1, task("a")));
    Run every = run(plan, Script.allSucceed(), at("a"));
    int stops = 0;
    while (every.status() == ExecutionStatus.BREAKPOINT) {
      stops++;
      resume(every, null);
      every.toEnd();
    }
    assertThat(stops).isEqualTo(3);

    Run one = run(plan, Script.allSucceed(), new Breakpoint("a", "v"));
    assertThat(one.outline()).containsExactly("loop RUNNING", "a[u] SUCCESS", "a[v] CREATED");
    resume(one, null);
    assertThat(one.toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void otherBreakpointsReplaceThoseThatItHad() {
    Run run = run(flow(task("a"), task("b"), task("c"), task("d")), Script.allSucceed(), at("a"));

    resume(run, List.of(at("a"), at("c")));
    assertThat(run.toEnd().outline()).containsExactly("a SUCCESS", "b SUCCESS", "c CREATED");
    resume(run, List.of());
    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void aCrashFindsItWhereItStopped() {
    Run run = run(flow(task("a"), task("b")), Script.allSucceed(), at("b"));
    run.crash().toEnd();

    assertThat(run.status()).isEqualTo(ExecutionStatus.BREAKPOINT);
    resume(run, null);
    assertThat(run.toEnd().outline()).containsExactly("a SUCCESS", "b SUCCESS");
  }

  @Test
  void aKillEndsItThere() {
    Run run = run(flow(task("a"), task("b")), Script.allSucceed(), at("b"));
    run.kill();

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.KILLED);
    assertThat(run.outline()).containsExactly("a SUCCESS", "b KILLED");
  }

  @Test
  void aForcedRunGoesOn() {
    Run run = run(flow(task("a")), Script.allSucceed(), at("a"));
    run.forceRun();

    assertThat(run.toEnd().status()).isEqualTo(ExecutionStatus.SUCCESS);
  }

  @Test
  void onlyAnExecutionAtABreakpointIsResumedFromIt() {
    Run run = run(flow(task("a")), Script.allSucceed().never("a"));

    assertThat(resume(run, null)).isEqualTo("The execution is RUNNING, not at a BREAKPOINT.");
    Run stopped = run(flow(task("a")), Script.allSucceed(), at("a"));
    assertThat(stopped.resume().refusal()).isEqualTo("The execution is BREAKPOINT, not PAUSED.");
    assertThat(stopped.pause().isRefused()).isTrue();
    assertThat(stopped.restart().isRefused()).isTrue();
  }

  private static Breakpoint at(String task) {
    return new Breakpoint(task, null);
  }

  private static @Nullable String resume(Run run, @Nullable List<Breakpoint> breakpoints) {
    return run.send(new ResumeFromBreakpoint(EXECUTION, breakpoints)).refusal();
  }

  private static Run run(Plan plan, Script script, Breakpoint... breakpoints) {
    return Run.begin(plan, script, stoppingAt(breakpoints)).toEnd();
  }
}
