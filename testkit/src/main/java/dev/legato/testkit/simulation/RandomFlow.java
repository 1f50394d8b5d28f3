package dev.legato.testkit.simulation;

import dev.legato.model.execution.Breakpoint;
import dev.legato.model.flow.Condition;
import dev.legato.model.flow.Condition.Expression;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.model.plan.Agreement;
import dev.legato.model.plan.Agreement.Assertion;
import dev.legato.model.plan.Agreement.Behavior;
import dev.legato.model.plan.Agreement.MaxDuration;
import dev.legato.model.plan.FlowRules;
import dev.legato.model.plan.Handlers;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.LoopOrder;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.SequenceStep;
import dev.legato.model.plan.Step.TaskStep;
import dev.legato.model.plan.StepHeader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes flows of every shape, small enough that a simulation can run many of them. */
final class RandomFlow {
  private RandomFlow() {}

  /** The flows that one of them may call: itself and those that come after it. */
  static List<FlowId> ids(int from, int count) {
    return IntStream.range(from, count).mapToObj(RandomFlow::id).toList();
  }

  private static FlowId id(int number) {
    return new FlowId("sim", "flow" + number);
  }

  static Plan from(Dice dice, int number, List<FlowId> callable) {
    var steps = new RandomSteps(dice, callable);
    SequenceStep root =
        SequenceStep.of(
            plainHeader("flow"),
            steps.list(0, 1, dice.nextInt(1, 5)),
            new Handlers(steps.some(0, 1, 0.2), steps.some(0, 1, 0.2)));
    return new Plan(id(number), 1, root, List.of(), Map.of(), rules(dice, steps));
  }

  private static FlowRules rules(Dice dice, RandomSteps steps) {
    var agreements = new ArrayList<Agreement>();
    if (dice.happens(0.12)) {
      Duration longest = Duration.ofMillis(dice.between(1_000, 600_000));
      agreements.add(new MaxDuration("time", behavior(dice), labels(dice), longest));
    }
    if (dice.happens(0.1)) {
      String condition =
          dice.oneOf(
              List.of(
                  FakeEvaluator.YES,
                  FakeEvaluator.EVEN,
                  FakeEvaluator.BROKEN,
                  FakeEvaluator.LATER,
                  FakeEvaluator.NO));
      agreements.add(new Assertion("truth", behavior(dice), labels(dice), condition));
    }
    List<Step> after = steps.some(2, 1, 0.25);
    var listeners = new LinkedHashMap<String, List<Condition>>();
    for (Step step : after) {
      if (dice.happens(0.3)) {
        String condition =
            dice.oneOf(List.of(FakeEvaluator.YES, FakeEvaluator.NO, FakeEvaluator.BROKEN));
        listeners.put(step.id(), List.of(new Expression(condition)));
      }
    }
    return new FlowRules(agreements, after, listeners);
  }

  private static Behavior behavior(Dice dice) {
    return dice.oneOf(List.of(Behavior.values()));
  }

  private static List<Label> labels(Dice dice) {
    return dice.nextBoolean() ? List.of() : List.of(new Label("broken", "yes"));
  }

  /** The next revision: a task is gone and another one is new. */
  static Plan edited(Plan plan, Dice dice) {
    List<Step> steps = new ArrayList<>(plan.root().branches().getFirst().steps());
    if (steps.size() > 1) {
      steps.remove(dice.nextInt(steps.size()));
    }
    var added = new TaskStep(plainHeader("added"), Map.of(), null, null);
    steps.add(dice.nextInt(steps.size() + 1), added);
    SequenceStep root =
        SequenceStep.of(plan.root().header(), List.copyOf(steps), plan.root().handlers());
    return new Plan(plan.flow(), 2, root, plan.outputs(), plan.variables(), plan.rules());
  }

  /** Where an execution of the flow might stop. */
  static List<Breakpoint> breakpoints(Dice dice, Plan plan) {
    List<String> tasks = plan.positions().keySet().stream().sorted().toList();
    return IntStream.range(0, dice.nextInt(3))
        .mapToObj(_ -> new Breakpoint(dice.oneOf(tasks), dice.happens(0.2) ? "v0" : null))
        .toList();
  }

  /** A loop that is created in several portions. */
  static Plan longLoop(Dice dice, int number) {
    var steps = new RandomSteps(dice, List.of());
    Branch body = new Branch("tasks", List.of(steps.task()));
    var loop =
        new LoopStep(
            plainHeader("loop"),
            FakeEvaluator.list(dice.nextInt(501, 560)),
            dice.oneOf(List.of(LoopOrder.values())),
            dice.oneOf(List.of(0, 0, 100)),
            null,
            List.of(body),
            Handlers.NONE);
    SequenceStep root = SequenceStep.of(plainHeader("flow"), List.of(loop), Handlers.NONE);
    return new Plan(id(number), 1, root, List.of(), Map.of());
  }

  private static StepHeader plainHeader(String id) {
    return new StepHeader(id, "sim", null, false, false, null);
  }
}
