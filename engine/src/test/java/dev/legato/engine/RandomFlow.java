package dev.legato.engine;

import static dev.legato.engine.Flows.allowFailure;
import static dev.legato.engine.Flows.allowWarning;
import static dev.legato.engine.Flows.everyTenSeconds;
import static dev.legato.engine.Flows.onError;
import static dev.legato.engine.Flows.retry;
import static dev.legato.engine.Flows.runIf;
import static dev.legato.engine.Flows.with;

import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.StepHeader;
import java.util.ArrayList;
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
    this.plan = Flows.flow(steps(3, 4), chance(4) ? steps(1, 2) : List.of());
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
    return Flows.task(id, softening(), retry);
  }

  private GroupStep group(int depth) {
    String id = "g" + ids++;
    Step[] steps = steps(depth, 3).toArray(Step[]::new);
    GroupStep group =
        switch (random.nextInt(7)) {
          case 0 -> Flows.parallel(id, random.nextInt(3), steps);
          case 1 -> Flows.ifThen(id, chance(2) ? "true" : "false", steps);
          case 2 -> Flows.switchOn(id, "x", Map.of("x", List.of(steps)), null);
          case 3 -> Flows.eachParallel(id, "[1,2,3]", random.nextInt(3), steps);
          case 4, 5 -> Flows.forEach(id, "[1,2,3]", random.nextInt(3), steps);
          default -> Flows.sequence(id, steps);
        };
    GroupStep handled = chance(4) ? onError(group, task(), task()) : group;
    return with(handled, softening());
  }

  private UnaryOperator<StepHeader> softening() {
    return switch (random.nextInt(10)) {
      case 0 -> allowFailure();
      case 1 -> allowWarning();
      case 2 -> runIf("0");
      default -> h -> h;
    };
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
