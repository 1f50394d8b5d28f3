package dev.legato.engine;

import static dev.legato.engine.Flows.EXECUTION;
import static dev.legato.engine.Flows.again;
import static dev.legato.engine.Flows.allowFailure;
import static dev.legato.engine.Flows.allowWarning;
import static dev.legato.engine.Flows.exit;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.pause;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.stoppingAt;
import static dev.legato.engine.Flows.task;

import dev.legato.engine.Scenarios.Scenario;
import dev.legato.engine.Scenarios.Trait;
import dev.legato.model.command.Command.ChangeExecutionStatus;
import dev.legato.model.command.Command.ResumeFromBreakpoint;
import dev.legato.model.command.Command.StartingPoint.OneTaskRun;
import dev.legato.model.execution.Breakpoint;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step.TaskStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Executions to which somebody does something. */
final class OperatorScenarios {
  private OperatorScenarios() {}

  static List<Scenario> all() {
    var all = new ArrayList<Scenario>();
    all.addAll(places());
    all.addAll(restarts());
    all.addAll(beginningsAgain());
    for (ExecutionStatus end : Transitions.OPERATOR_ENDS) {
      all.add(unqueued(end));
      all.add(restartedAfter(end));
    }
    return all;
  }

  private static List<Scenario> places() {
    return List.of(
        new Scenario(
            "paused as a whole",
            ExecutionStatus.SUCCESS,
            () ->
                Run.begin(flow(task("a"), task("b")), Script.allSucceed())
                    .then(Run::resume)
                    .paused(),
            Set.of(Trait.REMEMBERING)),
        new Scenario(
            "stopped at a breakpoint",
            ExecutionStatus.SUCCESS,
            () ->
                Run.begin(
                        flow(task("a"), task("b")),
                        Script.allSucceed(),
                        stoppingAt(new Breakpoint("b", null)))
                    .then(run -> run.send(new ResumeFromBreakpoint(EXECUTION, null))),
            Set.of(Trait.REMEMBERING)),
        waiting("a place later").then(Run::admit),
        waiting("a place by force").then(Run::forceRun),
        refused(Admission.Verdict.CANCELLED, ExecutionStatus.CANCELLED),
        refused(Admission.Verdict.FAILED, ExecutionStatus.FAILED));
  }

  private static Scenario waiting(String name) {
    return new Scenario(
        name,
        ExecutionStatus.SUCCESS,
        () -> Run.beginWith(Admission.Verdict.QUEUED, flow(task("a")), Script.allSucceed()),
        Set.of());
  }

  private static Scenario refused(Admission.Verdict verdict, ExecutionStatus status) {
    return new Scenario(
        "no place, " + verdict,
        status,
        () -> Run.beginWith(verdict, flow(task("a")), Script.allSucceed()),
        Set.of());
  }

  private static Scenario unqueued(ExecutionStatus end) {
    return waiting("unqueued as " + end).ending(end).then(run -> run.unqueue(end));
  }

  /** Ended in every way, with a failure in it, and then restarted. */
  private static Scenario restartedAfter(ExecutionStatus end) {
    return new Scenario(
            "restarted after " + end,
            flow(
                List.of(
                    parallel("p", 0, task("a"), sequence("s", task("b"), task("c"))), task("d")),
                List.of(task("e"))),
            () -> Script.allSucceed().failTimes("a", 1),
            ExecutionStatus.SUCCESS)
        .being(Trait.REWOUND)
        .then(run -> run.send(new ChangeExecutionStatus(EXECUTION, end)))
        .then(Run::restart);
  }

  private static List<Scenario> restarts() {
    return List.of(
        new Scenario(
                "restarted in a pause",
                flow(pause("p", task("a"))),
                Script::allSucceed,
                ExecutionStatus.SUCCESS)
            .being(Trait.REWOUND)
            .then(Run::restart)
            .then(Run::resume),
        new Scenario(
            "replayed",
            ExecutionStatus.SUCCESS,
            () -> {
              Plan plan = flow(task("a"), sequence("s", task("b"), task("c")), task("d"));
              Run source = Run.of(plan, Script.allSucceed().fail("c"));
              var from = new OneTaskRun(source.find("b").sequence);
              return Run.copyOf(source, plan, Script.allSucceed(), from);
            },
            Set.of(Trait.REWOUND)),
        new Scenario(
                "restarted without a place",
                flow(task("a")),
                () -> Script.allSucceed().failTimes("a", 1),
                ExecutionStatus.SUCCESS)
            .being(Trait.REWOUND)
            .then(run -> run.verdict = Admission.Verdict.QUEUED)
            .then(Run::restart)
            .then(Run::admit),
        new Scenario(
                "given up after a restart",
                flow(sequence("s", task("a"))),
                () -> Script.allSucceed().fail("a"),
                ExecutionStatus.CANCELLED)
            .being(Trait.REWOUND)
            .then(run -> run.verdict = Admission.Verdict.QUEUED)
            .then(Run::restart)
            .then(run -> run.unqueue(ExecutionStatus.CANCELLED)),
        new Scenario(
                "goes on in place of a new execution",
                flow(task("a", retry(again(2))), task("b")),
                () -> Script.allSucceed().fail("a"),
                ExecutionStatus.SUCCESS)
            .being(Trait.REWOUND)
            .then(run -> run.change("a", TaskRunStatus.SUCCESS)));
  }

  /** Task runs that begin again and come to all the ends that a beginning has. */
  private static List<Scenario> beginningsAgain() {
    return List.of(
        beginningAgain("skipped", ExecutionStatus.SUCCESS, task("b", runIf("0"))),
        beginningAgain("failed", ExecutionStatus.FAILED, task("b", runIf("${later:nothing}"))),
        beginningAgain(
            "softened", ExecutionStatus.WARNING, task("b", runIf("${nothing}"), allowFailure())),
        beginningAgain(
            "softened twice",
            ExecutionStatus.SUCCESS,
            task("b", runIf("${nothing}"), allowFailure(), allowWarning())),
        new Scenario(
                "an exit beside a task that begins again",
                flow(
                    parallel(
                        "p",
                        0,
                        sequence("s", task("a"), exit("x", "CANCELLED")),
                        task("b", runIf("${later:nothing}")))),
                () -> Script.allSucceed().failTimes("a", 1),
                ExecutionStatus.CANCELLED)
            .being(Trait.REWOUND, Trait.REMEMBERING, Trait.DOOMED)
            .then(Run::restart));
  }

  private static Scenario beginningAgain(String how, ExecutionStatus status, TaskStep step) {
    return new Scenario(
            "begins again and is " + how, flow(task("a"), step), Script::allSucceed, status)
        .being(Trait.REWOUND, Trait.REMEMBERING)
        .then(run -> run.restart(new OneTaskRun(run.find("b").sequence)));
  }
}
