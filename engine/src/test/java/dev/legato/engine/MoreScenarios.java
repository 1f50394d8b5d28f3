package dev.legato.engine;

import static dev.legato.engine.Flows.again;
import static dev.legato.engine.Flows.agreeing;
import static dev.legato.engine.Flows.allowFailure;
import static dev.legato.engine.Flows.allowWarning;
import static dev.legato.engine.Flows.andAfter;
import static dev.legato.engine.Flows.andFinally;
import static dev.legato.engine.Flows.approval;
import static dev.legato.engine.Flows.attempts;
import static dev.legato.engine.Flows.dag;
import static dev.legato.engine.Flows.directory;
import static dev.legato.engine.Flows.everyTenSeconds;
import static dev.legato.engine.Flows.exit;
import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.ifThen;
import static dev.legato.engine.Flows.items;
import static dev.legato.engine.Flows.labels;
import static dev.legato.engine.Flows.loopUntil;
import static dev.legato.engine.Flows.onError;
import static dev.legato.engine.Flows.onPause;
import static dev.legato.engine.Flows.output;
import static dev.legato.engine.Flows.parallel;
import static dev.legato.engine.Flows.pause;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.setVariables;
import static dev.legato.engine.Flows.subflow;
import static dev.legato.engine.Flows.switchOn;
import static dev.legato.engine.Flows.task;
import static dev.legato.engine.Flows.template;
import static dev.legato.engine.Flows.unsetVariables;
import static dev.legato.engine.Flows.withOutputs;
import static dev.legato.engine.Scenarios.succeeding;

import dev.legato.engine.Scenarios.Scenario;
import dev.legato.engine.Scenarios.Trait;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Job;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.flow.RetryPolicy.Exponential;
import dev.legato.model.flow.RetryPolicy.Random;
import dev.legato.model.plan.Agreement;
import dev.legato.model.plan.Agreement.Assertion;
import dev.legato.model.plan.Agreement.MaxDuration;
import dev.legato.model.plan.Step.Frequency;
import dev.legato.model.plan.Step.PauseLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Flows with pauses, rounds, calls, instant steps, agreements and tasks after the end. */
final class MoreScenarios {
  private MoreScenarios() {}

  static List<Scenario> all() {
    var all = new ArrayList<Scenario>();
    all.addAll(groups());
    all.addAll(pauses());
    all.addAll(approvals());
    all.addAll(retries());
    all.addAll(ends());
    all.addAll(questions());
    return all;
  }

  private static List<Scenario> groups() {
    return List.of(
        succeeding(
            "a graph",
            flow(
                dag(
                    "d",
                    2,
                    Map.of("b", List.of("a"), "c", List.of("a"), "e", List.of("b", "c")),
                    task("a"),
                    task("b"),
                    task("c"),
                    task("e"),
                    task("f")))),
        new Scenario(
                "rounds",
                flow(loopUntil("l", "${outputs.a.done}", task("a"), task("b")), task("c")),
                () ->
                    Script.allSucceed()
                        .output("a", job -> Map.of("done", roundOf(job) > 3 ? "1" : "0")),
                ExecutionStatus.SUCCESS)
            .being(Trait.REMEMBERING),
        new Scenario(
                "rounds in vain",
                flow(
                    onError(
                        loopUntil(
                            "l",
                            "false",
                            new Frequency(Duration.ofSeconds(10), 2, null, true),
                            task("a")),
                        task("e1"),
                        task("e2"))),
                Script::allSucceed,
                ExecutionStatus.FAILED)
            .being(Trait.REMEMBERING),
        succeeding(
            "tasks of a template",
            flow(template("t", Map.of(), Map.of("x", "${inputs.who}"), task("a"), task("b")))),
        new Scenario(
            "calls, one of which fails",
            flow(parallel("p", 0, subflow("a", retry(everyTenSeconds(2))), items("b")), task("c")),
            () -> Script.allSucceed().failTimes("a", 1),
            ExecutionStatus.SUCCESS),
        new Scenario(
            "last of all",
            andFinally(
                flow(
                    List.of(andFinally(sequence("s", task("a")), task("f1"), task("f2"))),
                    List.of(task("e"))),
                task("f3"),
                task("f4")),
            () -> Script.allSucceed().fail("a").fail("f1").fail("f3"),
            ExecutionStatus.FAILED),
        succeeding(
            "instant steps",
            flow(
                labels("l", Map.of("k", "${inputs.who}")),
                setVariables("v", Map.of("x", "1"), "true"),
                unsetVariables("u", "false", "env"),
                directory("w", task("a"), task("b")))),
        new Scenario(
            "instant steps that fail",
            flow(labels("l", "no labels"), task("never")),
            Script::allSucceed,
            ExecutionStatus.FAILED));
  }

  /** Which round of the loop {@code l} a job belongs to. */
  private static int roundOf(Job job) {
    return job.variables().get("outputs") instanceof Map<?, ?> outputs
            && outputs.get("l") instanceof Map<?, ?> loop
            && loop.get("iterationCount") instanceof Integer round
        ? round
        : 0;
  }

  private static List<Scenario> pauses() {
    return List.of(
        succeeding("a pause", flow(pause("p", task("a")), task("b"))).then(Run::resume),
        succeeding(
                "pauses side by side",
                flow(
                    parallel(
                        "all",
                        0,
                        onPause(pause("p"), task("a"), task("b")),
                        pause("q"),
                        task("c"))))
            .then(Run::resume)
            .then(Run::resume),
        pauseFor("RESUME", ExecutionStatus.SUCCESS),
        pauseFor("WARN", ExecutionStatus.WARNING),
        pauseFor("FAIL", ExecutionStatus.FAILED),
        pauseFor("CANCEL", ExecutionStatus.CANCELLED),
        new Scenario(
            "a pause that nobody ends",
            flow(
                onError(pause("p", new PauseLimits(null, "PT5S", "RESUME"), task("a")), task("e"))),
            Script::allSucceed,
            ExecutionStatus.FAILED));
  }

  private static List<Scenario> approvals() {
    return List.of(
        decided("APPROVED", ExecutionStatus.SUCCESS),
        decided("DENIED", ExecutionStatus.FAILED),
        new Scenario(
            "an approval that nobody decides",
            flow(approval("a", "false", "PT5S", task("tell")), task("b")),
            Script::allSucceed,
            ExecutionStatus.WARNING),
        succeeding(
            "an approval without anybody",
            flow(approval("a", "true", null, task("tell")), task("b"))));
  }

  private static Scenario decided(String decision, ExecutionStatus status) {
    return new Scenario(
            "an approval: " + decision,
            flow(approval("a", "false", null, task("tell"), task("note")), task("b")),
            Script::allSucceed,
            status)
        .then(run -> run.resume(null, Map.of("decision", decision)));
  }

  private static Scenario pauseFor(String behavior, ExecutionStatus status) {
    return new Scenario(
        "a pause with " + behavior,
        flow(
            parallel(
                "all",
                0,
                pause("p", new PauseLimits("PT5S", null, behavior), task("a")),
                sequence("s", task("b"), task("c")),
                task("d", retry(everyTenSeconds(2)))),
            task("e")),
        () -> Script.allSucceed().failTimes("d", 1),
        status);
  }

  private static List<Scenario> retries() {
    Duration first = Duration.ofSeconds(1);
    Duration longest = Duration.ofSeconds(3);
    return List.of(
        retrying("longer and longer", new Exponential(first, longest, 2, attempts(4))),
        retrying("after any time", new Random(first, longest, attempts(4))));
  }

  private static Scenario retrying(String how, RetryPolicy policy) {
    return new Scenario(
        "retries " + how,
        flow(parallel("p", 0, task("a", retry(policy)), sequence("s", task("b"), task("c")))),
        () -> Script.allSucceed().failTimes("a", 3),
        ExecutionStatus.SUCCESS);
  }

  private static List<Scenario> ends() {
    var slow = Duration.ofSeconds(5);
    return List.of(
        succeeding(
            "after the end", andAfter(flow(task("a")), task("z1"), sequence("z", task("z2")))),
        new Scenario(
            "failures after the end",
            andAfter(flow(task("a")), parallel("z", 0, task("z1"), task("z2"))),
            () -> Script.allSucceed().fail("a").fail("z1"),
            ExecutionStatus.FAILED),
        exiting("SUCCESS", ExecutionStatus.SUCCESS),
        exiting("WARNING", ExecutionStatus.WARNING),
        exiting("FAILED", ExecutionStatus.FAILED),
        exiting("CANCELED", ExecutionStatus.CANCELLED),
        exiting("KILLED", ExecutionStatus.KILLED),
        new Scenario(
                "an agreement on time that cancels",
                agreeing(
                    flow(parallel("p", 0, task("a"), sequence("s", task("b")), pause("q"))),
                    new MaxDuration("m", Agreement.Behavior.CANCEL, List.of(), slow)),
                () -> Script.allSucceed().never("b"),
                ExecutionStatus.CANCELLED)
            .being(Trait.DOOMED),
        new Scenario(
                "an agreement on time that fails",
                agreeing(
                    flow(sequence("s", task("a"))),
                    new MaxDuration("m", Agreement.Behavior.FAIL, List.of(), slow)),
                () -> Script.allSucceed().never("a"),
                ExecutionStatus.FAILED)
            .being(Trait.DOOMED),
        new Scenario(
                "an agreement that is broken at once",
                agreeing(
                    flow(task("a")),
                    new Assertion("t", Agreement.Behavior.FAIL, List.of(new Label("k", "v")), "0")),
                Script::allSucceed,
                ExecutionStatus.FAILED)
            .being(Trait.DOOMED),
        new Scenario(
                "a new execution in its place",
                flow(
                    parallel(
                        "p", 0, task("a", retry(again(2))), sequence("s", task("b"), task("c")))),
                () -> Script.allSucceed().fail("a"),
                ExecutionStatus.RETRIED)
            .being(Trait.DOOMED));
  }

  /** Beside siblings of every kind. */
  private static Scenario exiting(String state, ExecutionStatus status) {
    return new Scenario(
            "an exit as " + state,
            flow(
                parallel(
                    "p",
                    0,
                    sequence("s", task("a"), task("b")),
                    task("r", retry(everyTenSeconds(5))),
                    task("w", runIf("${later:nothing}")),
                    pause("q"),
                    sequence("t", task("c"), exit("x", state), task("never"))),
                task("never too")),
            () -> Script.allSucceed().fail("r").silent(),
            status)
        .being(Trait.DOOMED);
  }

  private static List<Scenario> questions() {
    return List.of(
        new Scenario(
                "expressions that wait",
                withOutputs(
                    flow(
                        task("a", runIf("${later:inputs.who}")),
                        ifThen("i", "${later:inputs.who}", task("b")),
                        switchOn(
                            "s", "${later:vars.env}", Map.of("test", List.of(task("c"))), null),
                        forEach("f", "${later:outputs.a.list}", 0, task("d")),
                        loopUntil("l", "${later:outputs.a.list}", task("e")),
                        pause(
                            "p",
                            new PauseLimits(
                                "${later:outputs.a.wait}", null, "${later:outputs.a.then}"))),
                    output("out", "${later:outputs.a.wait}")),
                () ->
                    Script.allSucceed()
                        .output(
                            "a", Map.of("list", List.of(1, 2), "wait", "PT1S", "then", "RESUME")),
                ExecutionStatus.SUCCESS)
            .being(Trait.REMEMBERING),
        new Scenario(
                "expressions that wait in vain",
                flow(
                    task("a", runIf("${later:nothing}"), allowFailure()),
                    task("b", runIf("${later:nothing}"), allowFailure(), allowWarning()),
                    task("c", runIf("${later:nothing}"))),
                Script::allSucceed,
                ExecutionStatus.FAILED)
            .being(Trait.REMEMBERING));
  }
}
