package dev.legato.engine;

import static dev.legato.engine.Flows.again;
import static dev.legato.engine.Flows.allowFailure;
import static dev.legato.engine.Flows.allowWarning;
import static dev.legato.engine.Flows.andAfter;
import static dev.legato.engine.Flows.andFinally;
import static dev.legato.engine.Flows.everyTenSeconds;
import static dev.legato.engine.Flows.onError;
import static dev.legato.engine.Flows.onPause;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.sequence;
import static dev.legato.engine.Flows.with;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.DagStep;
import dev.legato.model.plan.Step.Frequency;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.Step.PauseLimits;
import dev.legato.model.plan.StepHeader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;

/** A flow of any shape and what its tasks do; the same seed gives the same ones. */
final class RandomFlow {
  final Plan plan;
  private final Random random;
  private final List<String> failing = new ArrayList<>();
  private final List<String> failingOnce = new ArrayList<>();
  private final List<String> warning = new ArrayList<>();
  private int ids;

  RandomFlow(long seed) {
    this.random = new Random(seed);
    Plan tasks = Flows.flow(steps(3, 4), chance(4) ? steps(1, 2) : List.of());
    Plan whole = chance(4) ? andFinally(tasks, task(), task()) : tasks;
    this.plan = chance(4) ? andAfter(whole, task(), sequence("z", task()), task()) : whole;
  }

  Script script() {
    Script script = Script.allSucceed();
    failing.forEach(script::fail);
    failingOnce.forEach(id -> script.failTimes(id, 1));
    warning.forEach(script::warn);
    return script;
  }

  private List<Step> steps(int depth, int most) {
    var steps = new ArrayList<Step>();
    int count = random.nextInt(most + 1);
    for (int i = 0; i < count; i++) {
      steps.add(depth == 0 || chance(2) ? task() : group(depth - 1));
    }
    return steps;
  }

  private Step task() {
    String id = "t" + ids++;
    switch (random.nextInt(12)) {
      case 0 -> failing.add(id);
      case 1 -> failingOnce.add(id);
      case 2 -> warning.add(id);
      default -> {}
    }
    UnaryOperator<StepHeader> retry = chance(3) ? retry(everyTenSeconds(2)) : h -> h;
    return switch (random.nextInt(20)) {
      case 0 -> Flows.subflow(id, softening(), retry);
      case 1 -> Flows.labels(id, Map.of("k", id));
      case 2 -> Flows.setVariables(id, Map.of("k", id), "true");
      case 3 -> chance(4) ? Flows.exit(id, exitState()) : Flows.task(id);
      case 4 -> chance(4) ? Flows.task(id, retry(again(2))) : Flows.task(id);
      default -> Flows.task(id, softening(), retry);
    };
  }

  private String exitState() {
    List<ExecutionStatus> ends = Transitions.OPERATOR_ENDS;
    return ends.get(random.nextInt(ends.size())).name();
  }

  private GroupStep group(int depth) {
    String id = "g" + ids++;
    Step[] steps = steps(depth, 3).toArray(Step[]::new);
    GroupStep group =
        switch (random.nextInt(13)) {
          case 0 -> Flows.parallel(id, random.nextInt(3), steps);
          case 1 -> Flows.ifThen(id, chance(2) ? "true" : "false", steps);
          case 2 -> Flows.switchOn(id, "x", Map.of("x", List.of(steps)), null);
          case 3 -> Flows.eachParallel(id, "[1,2,3]", random.nextInt(3), steps);
          case 4, 5 -> Flows.forEach(id, "[1,2,3]", random.nextInt(3), steps);
          case 6 -> chain(id, steps);
          case 7 -> Flows.loopUntil(id, "${outputs." + id + ".iterationCount}", steps);
          case 8 -> Flows.loopUntil(id, "false", twice(), steps);
          case 9 -> onPause(Flows.pause(id, limits(), steps), task());
          case 10 -> Flows.directory(id, task(), task());
          case 11 -> Flows.ifThen(id, chance(2) ? "${later:vars.env}" : "${later:no}", steps);
          default -> Flows.sequence(id, steps);
        };
    GroupStep handled = chance(4) ? onError(group, task(), task()) : group;
    GroupStep finished = chance(6) ? andFinally(handled, task()) : handled;
    return with(finished, softening());
  }

  /** Each second step waits for the one before. */
  private DagStep chain(String id, Step... steps) {
    var dependencies = new HashMap<String, List<String>>();
    for (int i = 1; i < steps.length; i += 2) {
      dependencies.put(steps[i].id(), List.of(steps[i - 1].id()));
    }
    return Flows.dag(id, random.nextInt(3), dependencies, steps);
  }

  private Frequency twice() {
    return new Frequency(Duration.ofSeconds(10), 2, null, chance(2));
  }

  private PauseLimits limits() {
    return switch (random.nextInt(5)) {
      case 0 -> new PauseLimits(null, "PT20S", "RESUME");
      case 1 -> new PauseLimits("PT20S", null, "WARN");
      case 2 -> new PauseLimits("PT20S", null, "FAIL");
      case 3 -> new PauseLimits("PT20S", null, chance(3) ? "CANCEL" : "RESUME");
      default -> new PauseLimits("${later:vars.pause}", null, "RESUME");
    };
  }

  private UnaryOperator<StepHeader> softening() {
    return switch (random.nextInt(10)) {
      case 0 -> allowFailure();
      case 1 -> allowWarning();
      case 2 -> runIf(chance(2) ? "0" : "${later:vars.env}");
      default -> h -> h;
    };
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
