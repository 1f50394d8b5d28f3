package dev.legato.engine;

import static dev.legato.engine.Flows.allowFailure;
import static dev.legato.engine.Flows.allowWarning;
import static dev.legato.engine.Flows.eachParallel;
import static dev.legato.engine.Flows.everyTenSeconds;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.ifElse;
import static dev.legato.engine.Flows.ifThen;
import static dev.legato.engine.Flows.onError;
import static dev.legato.engine.Flows.output;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.switchOn;
import static dev.legato.engine.Flows.task;
import static dev.legato.engine.Flows.with;
import static dev.legato.engine.Flows.withOutputs;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Flows of every shape, for tests that hold for all flows. */
final class Scenarios {
  private Scenarios() {}

  /**
   * A flow and how it goes.
   *
   * @param status how it ends in the end
   * @param beginning begins it; what people do to it is planned already
   * @param traits what tests have to know of it
   */
  record Scenario(String name, ExecutionStatus status, Supplier<Run> beginning, Set<Trait> traits) {
    Scenario(String name, Plan plan, Supplier<Script> script, ExecutionStatus status) {
      this(name, status, () -> Run.begin(plan, script.get()), Set.of());
    }

    Run begin() {
      return beginning.get();
    }

    /** Somebody does something when nothing else is left to do. */
    Scenario then(Consumer<Run> deed) {
      return new Scenario(name, status, () -> begin().then(deed), traits);
    }

    Scenario being(Trait... more) {
      return new Scenario(name, status, beginning, Set.of(more));
    }

    Scenario ending(ExecutionStatus other) {
      return new Scenario(name, other, beginning, traits);
    }

    boolean is(Trait trait) {
      return traits.contains(trait);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /** What sets a scenario apart. */
  enum Trait {
    /** The state in memory knows more than the store, and only recovery finds it out again. */
    REMEMBERING,
    /** Task runs that ended go on. */
    REWOUND,
    /** It is settled early how it ends: what is lost in a crash then is not run again. */
    DOOMED
  }

  static List<Scenario> all() {
    var all = new ArrayList<>(simple());
    all.addAll(MoreScenarios.all());
    all.addAll(OperatorScenarios.all());
    return List.copyOf(all);
  }

  private static List<Scenario> simple() {
    return List.of(
        succeeding("a sequence", flow(task("a"), sequence("s", task("b"), task("c")), task("d"))),
        new Scenario(
            "a failure in a sequence",
            flow(task("a"), task("b"), task("c")),
            () -> Script.allSucceed().fail("b"),
            ExecutionStatus.FAILED),
        succeeding(
            "parallel tasks, two at once",
            flow(parallel("p", 2, task("a"), sequence("s", task("b"), task("c")), task("d")))),
        branches(),
        succeeding(
            "nested loops",
            flow(
                forEach(
                    "outer",
                    "[1,2]",
                    2,
                    forEach("inner", "[\"x\",\"y\"]", 1, task("a"), task("b"))))),
        succeeding(
            "a flat parallel loop", flow(eachParallel("each", "[1,2,3]", 2, task("a"), task("b")))),
        failingLoop(),
        errorBranches(),
        softened(),
        skipped(),
        retried(),
        retriedInVain(),
        new Scenario(
            "a later start",
            ExecutionStatus.SUCCESS,
            () ->
                Run.begin(
                    flow(task("a")), Script.allSucceed(), Run.creation(Run.START.plusSeconds(60))),
            Set.of()),
        succeeding("nothing to do", flow(sequence("s"), forEach("l", "[]", 0, task("a")))),
        outputsOf("a flow output", "${outputs.a.x}", ExecutionStatus.SUCCESS),
        outputsOf("a flow output that fails", "${outputs.a.y}", ExecutionStatus.FAILED),
        new Scenario(
            "a task killed from outside",
            flow(sequence("s", task("a"), task("b"))),
            () -> Script.allSucceed().killed("a"),
            ExecutionStatus.KILLED),
        new Scenario(
            "allowed failures before the start",
            flow(
                task("a", runIf("${no}"), allowFailure()),
                task("b", runIf("${no}"), allowFailure(), allowWarning()),
                with(forEach("l", "[null]", 0, task("c")), allowFailure())),
            Script::allSucceed,
            ExecutionStatus.WARNING));
  }

  static Scenario succeeding(String name, Plan plan) {
    return new Scenario(name, plan, Script::allSucceed, ExecutionStatus.SUCCESS);
  }

  private static Scenario branches() {
    return new Scenario(
        "branches",
        flow(
            task("a"),
            ifElse("if", "${outputs.a.yes}", task("b"), task("c")),
            ifThen("not", "false", task("d")),
            switchOn(
                "switch",
                "${vars.env}",
                Map.of("test", List.of(task("e"), task("f"))),
                List.of(task("g")))),
        () -> Script.allSucceed().output("a", Map.of("yes", true)),
        ExecutionStatus.SUCCESS);
  }

  private static Scenario failingLoop() {
    return new Scenario(
        "a failure in a loop with errors",
        flow(onError(forEach("l", "[1,2,3,4]", 2, task("a"), task("b")), task("e1"), task("e2"))),
        () -> Script.allSucceed().failFor("a", "2"),
        ExecutionStatus.FAILED);
  }

  private static Scenario errorBranches() {
    return new Scenario(
        "errors of groups and of the flow",
        flow(
            List.of(
                onError(parallel("p", 0, task("a"), task("b")), task("e1"), task("e2")),
                task("never")),
            List.of(task("f1"), task("f2"), task("f3"))),
        () -> Script.allSucceed().fail("a").fail("f2"),
        ExecutionStatus.FAILED);
  }

  private static Scenario softened() {
    return new Scenario(
        "allowed failures and warnings",
        flow(
            task("a", allowFailure()),
            with(sequence("s", task("b"), task("c")), allowFailure(), allowWarning()),
            task("w", allowWarning()),
            task("d")),
        () -> Script.allSucceed().fail("a").fail("b").warn("w").warn("d"),
        ExecutionStatus.WARNING);
  }

  private static Scenario skipped() {
    return new Scenario(
        "runIf",
        flow(
            task("a", runIf("false")),
            with(sequence("s", task("b")), runIf("0")),
            task("c", runIf("yes")),
            task("d", runIf("${nothing}"))),
        Script::allSucceed,
        ExecutionStatus.FAILED);
  }

  private static Scenario retried() {
    return new Scenario(
        "retries beside other work",
        flow(
            parallel(
                "p", 0, task("a", retry(everyTenSeconds(3))), sequence("s", task("b"), task("c"))),
            task("d")),
        () -> Script.allSucceed().failTimes("a", 2),
        ExecutionStatus.SUCCESS);
  }

  private static Scenario retriedInVain() {
    return new Scenario(
        "retries in vain",
        flow(
            List.of(forEach("l", "[1,2]", 0, task("a", retry(everyTenSeconds(2))))),
            List.of(task("e"))),
        () -> Script.allSucceed().fail("a"),
        ExecutionStatus.FAILED);
  }

  private static Scenario outputsOf(String name, String template, ExecutionStatus status) {
    return new Scenario(
        name,
        withOutputs(flow(task("a")), output("out", template)),
        () -> Script.allSucceed().output("a", Map.of("x", 1)),
        status);
  }
}
