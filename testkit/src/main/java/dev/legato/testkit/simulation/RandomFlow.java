package dev.legato.testkit.simulation;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.flow.RetryPolicy.Behavior;
import dev.legato.model.flow.RetryPolicy.Limits;
import dev.legato.model.plan.Handlers;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.DagStep;
import dev.legato.model.plan.Step.IfStep;
import dev.legato.model.plan.Step.LoopOrder;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.ParallelStep;
import dev.legato.model.plan.Step.SequenceStep;
import dev.legato.model.plan.Step.SwitchStep;
import dev.legato.model.plan.Step.TaskStep;
import dev.legato.model.plan.StepHeader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes flows of every shape, small enough that a simulation can run many of them. */
final class RandomFlow {
  private static final int MAX_DEPTH = 4;
  private static final int MAX_TASK_RUNS = 40;

  private final Dice dice;
  private int steps;
  private int budget;

  private RandomFlow(Dice dice) {
    this.dice = dice;
    this.budget = dice.nextInt(3, MAX_TASK_RUNS);
  }

  static Plan from(Dice dice, int number) {
    var flow = new RandomFlow(dice);
    SequenceStep root =
        SequenceStep.of(
            plainHeader("flow"),
            flow.list(0, 1, dice.nextInt(1, 5)),
            new Handlers(flow.errors(0, 1, 0.2), flow.errors(0, 1, 0.2)));
    return new Plan(new FlowId("sim", "flow" + number), 1, root, List.of(), Map.of());
  }

  /** A loop that is created in several portions. */
  static Plan longLoop(Dice dice, int number) {
    var flow = new RandomFlow(dice);
    Branch body = new Branch("tasks", List.of(flow.task()));
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
    return new Plan(new FlowId("sim", "long" + number), 1, root, List.of(), Map.of());
  }

  private List<Step> list(int depth, int times, int size) {
    var list = new ArrayList<Step>();
    for (int i = 0; i < size && budget > 0; i++) {
      list.add(step(depth, times));
    }
    return list;
  }

  private List<Step> errors(int depth, int times, double probability) {
    return dice.happens(probability) ? list(depth + 1, times, dice.nextInt(1, 3)) : List.of();
  }

  private Step step(int depth, int times) {
    budget -= times;
    if (depth >= MAX_DEPTH || dice.happens(0.5)) {
      return task();
    }
    return switch (dice.nextInt(7)) {
      case 4 -> graph(depth, times);
      case 0 ->
          SequenceStep.of(
              header(),
              list(depth, times),
              new Handlers(errors(depth, times, 0.3), errors(depth, times, 0.2)));
      case 1 ->
          ParallelStep.of(
              header(), list(depth, times), Handlers.ofErrors(errors(depth, times, 0.3)), limit());
      case 2 -> choice(depth, times);
      case 3 -> cases(depth, times);
      default -> loop(depth, times);
    };
  }

  private List<Step> list(int depth, int times) {
    return list(depth + 1, times, dice.nextInt(0, 5));
  }

  /** Each step waits for some of those before it. */
  private Step graph(int depth, int times) {
    List<Step> steps = list(depth, times);
    var dependencies = new ArrayList<List<Integer>>();
    for (int i = 0; i < steps.size(); i++) {
      dependencies.add(IntStream.range(0, i).filter(_ -> dice.happens(0.4)).boxed().toList());
    }
    return new DagStep(
        header(),
        Branch.only(steps),
        new Handlers(errors(depth, times, 0.2), errors(depth, times, 0.2)),
        dependencies,
        limit());
  }

  private Step choice(int depth, int times) {
    var branches = new ArrayList<Branch>();
    branches.add(new Branch("then", list(depth, times)));
    if (dice.nextBoolean()) {
      branches.add(new Branch("else", list(depth, times)));
    }
    String condition = dice.happens(0.1) ? null : condition(0.05);
    return new IfStep(header(), condition, branches, Handlers.ofErrors(errors(depth, times, 0.2)));
  }

  private Step cases(int depth, int times) {
    var branches = new ArrayList<Branch>();
    branches.add(new Branch("v0", list(depth, times)));
    branches.add(new Branch("v1", list(depth, times)));
    boolean hasDefault = dice.happens(0.7);
    if (hasDefault) {
      branches.add(new Branch("defaults", list(depth, times)));
    }
    String value = dice.oneOf(List.of("v0", "v1", "v7", FakeEvaluator.VALUE));
    int defaultBranch = hasDefault ? branches.size() - 1 : -1;
    return new SwitchStep(
        header(), value, branches, defaultBranch, Handlers.ofErrors(errors(depth, times, 0.2)));
  }

  private Step loop(int depth, int times) {
    int size = dice.nextInt(0, 5);
    Object values =
        dice.nextBoolean()
            ? FakeEvaluator.list(size)
            : IntStream.range(0, size).mapToObj(place -> "v" + place % 3).toList();
    if (dice.happens(0.04)) {
      values = FakeEvaluator.BROKEN;
    }
    LoopOrder order = dice.oneOf(List.of(LoopOrder.values()));
    int inner = times * Math.max(1, size);
    return new LoopStep(
        header(),
        values,
        order,
        limit(),
        null,
        List.of(new Branch("tasks", list(depth, inner))),
        Handlers.ofErrors(errors(depth, times, 0.3)));
  }

  private int limit() {
    return dice.nextBoolean() ? 0 : dice.nextInt(1, 4);
  }

  private TaskStep task() {
    return new TaskStep(header(id(), retry()), Map.of(), null, null);
  }

  private StepHeader header() {
    return header(id(), null);
  }

  private String id() {
    return "t" + steps++;
  }

  private static StepHeader plainHeader(String id) {
    return new StepHeader(id, "sim", null, false, false, null);
  }

  private StepHeader header(String id, @Nullable RetryPolicy retry) {
    String runIf = dice.happens(0.1) ? condition(0.1) : null;
    return new StepHeader(id, "sim", runIf, dice.happens(0.1), dice.happens(0.1), retry);
  }

  private String condition(double broken) {
    if (dice.happens(broken)) {
      return FakeEvaluator.BROKEN;
    }
    return dice.oneOf(
        List.of(FakeEvaluator.YES, FakeEvaluator.NO, FakeEvaluator.EVEN, FakeEvaluator.LATER));
  }

  private @Nullable RetryPolicy retry() {
    if (dice.happens(0.65)) {
      return null;
    }
    Integer maxAttempts = dice.happens(0.8) ? dice.nextInt(1, 5) : null;
    Duration maxDuration = maxAttempts == null ? Duration.ofSeconds(dice.nextInt(1, 60)) : null;
    var limits =
        new Limits(maxAttempts, maxDuration, dice.happens(0.3), Behavior.RETRY_FAILED_TASK);
    Duration interval = Duration.ofMillis(dice.between(1, 20_000));
    return switch (dice.nextInt(3)) {
      case 0 -> new RetryPolicy.Constant(interval, limits);
      case 1 -> new RetryPolicy.Exponential(interval, interval.multipliedBy(5), 2, limits);
      default -> new RetryPolicy.Random(interval, interval.multipliedBy(3), limits);
    };
  }
}
