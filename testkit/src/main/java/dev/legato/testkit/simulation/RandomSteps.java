package dev.legato.testkit.simulation;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.flow.RetryPolicy.Behavior;
import dev.legato.model.flow.RetryPolicy.Limits;
import dev.legato.model.plan.Approval;
import dev.legato.model.plan.Approval.Ending;
import dev.legato.model.plan.Handlers;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.CallStep;
import dev.legato.model.plan.Step.DagStep;
import dev.legato.model.plan.Step.DirectoryStep;
import dev.legato.model.plan.Step.ExitStep;
import dev.legato.model.plan.Step.Frequency;
import dev.legato.model.plan.Step.IfStep;
import dev.legato.model.plan.Step.LabelsStep;
import dev.legato.model.plan.Step.LoopOrder;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.LoopUntilStep;
import dev.legato.model.plan.Step.ParallelStep;
import dev.legato.model.plan.Step.PauseLimits;
import dev.legato.model.plan.Step.PauseStep;
import dev.legato.model.plan.Step.Rounds;
import dev.legato.model.plan.Step.Rounds.Fetch;
import dev.legato.model.plan.Step.SequenceStep;
import dev.legato.model.plan.Step.SetVariablesStep;
import dev.legato.model.plan.Step.SwitchStep;
import dev.legato.model.plan.Step.TaskStep;
import dev.legato.model.plan.Step.UnsetVariablesStep;
import dev.legato.model.plan.StepHeader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes the steps of one flow. */
final class RandomSteps {
  private static final int MAX_DEPTH = 4;
  private static final int MAX_TASK_RUNS = 40;
  private static final int MAX_CALLS = 2;

  private final Dice dice;
  private final List<FlowId> callable;
  private int steps;
  private int budget;
  private int calls;

  /**
   * @param callable flows that its tasks may start
   */
  RandomSteps(Dice dice, List<FlowId> callable) {
    this.dice = dice;
    this.callable = callable;
    this.budget = dice.nextInt(3, MAX_TASK_RUNS);
  }

  /**
   * @param times how often the list is run
   */
  List<Step> list(int depth, int times, int size) {
    var list = new ArrayList<Step>();
    for (int i = 0; i < size && budget > 0; i++) {
      list.add(step(depth, times));
    }
    return list;
  }

  /** Steps for an occasion that few flows think of. */
  List<Step> some(int depth, int times, double probability) {
    return dice.happens(probability) ? list(depth + 1, times, dice.nextInt(1, 3)) : List.of();
  }

  private List<Step> list(int depth, int times) {
    return list(depth + 1, times, dice.nextInt(0, 5));
  }

  private Handlers handlers(int depth, int times) {
    return new Handlers(some(depth, times, 0.25), some(depth, times, 0.15));
  }

  private Step step(int depth, int times) {
    budget -= times;
    if (depth >= MAX_DEPTH || dice.happens(0.5)) {
      return leaf(times);
    }
    return switch (dice.nextInt(11)) {
      case 0 -> SequenceStep.of(header(), list(depth, times), handlers(depth, times));
      case 1 ->
          new ParallelStep(
              header(), Branch.only(list(depth, times)), handlers(depth, times), limit());
      case 2 -> choice(depth, times);
      case 3 -> cases(depth, times);
      case 4 -> graph(depth, times);
      case 5, 6 -> pause(depth, times);
      case 7 -> repetition(depth, times);
      case 8 ->
          new DirectoryStep(
              header(), Map.of(), Branch.only(list(depth, times)), handlers(depth, times));
      default -> loop(depth, times);
    };
  }

  private Step leaf(int times) {
    if (times <= 2 && calls < MAX_CALLS && !callable.isEmpty() && dice.happens(0.12)) {
      calls++;
      return call();
    }
    return switch (dice.nextInt(40)) {
      case 0, 1 -> new LabelsStep(header(), Map.of("label", id()));
      case 2 -> new SetVariablesStep(header(), Map.of("variable", id()), "true");
      case 3 -> new UnsetVariablesStep(header(), List.of("nothing"), condition(0));
      case 4 ->
          new ExitStep(
              header(), dice.oneOf(List.of("SUCCESS", "WARNING", "FAILED", "KILLED", "CANCELLED")));
      default -> task();
    };
  }

  private Step call() {
    boolean items = dice.happens(0.4);
    return new CallStep(
        header(id(), retry()),
        items ? CallStep.Kind.FOR_EACH_ITEM : CallStep.Kind.SUBFLOW,
        Map.of(
            SimulatedCalls.FLOW, dice.oneOf(callable),
            SimulatedCalls.ITEMS, items ? dice.nextInt(0, 4) : 1,
            SimulatedCalls.WAIT, dice.happens(0.85)));
  }

  /** Each step waits for some of those before it. */
  private Step graph(int depth, int times) {
    List<Step> steps = list(depth, times);
    var dependencies = new ArrayList<List<Integer>>();
    for (int i = 0; i < steps.size(); i++) {
      dependencies.add(IntStream.range(0, i).filter(_ -> dice.happens(0.4)).boxed().toList());
    }
    return new DagStep(header(), Branch.only(steps), handlers(depth, times), dependencies, limit());
  }

  private Step choice(int depth, int times) {
    var branches = new ArrayList<Branch>();
    branches.add(new Branch("then", list(depth, times)));
    if (dice.nextBoolean()) {
      branches.add(new Branch("else", list(depth, times)));
    }
    String condition = dice.happens(0.1) ? null : condition(0.05);
    return new IfStep(header(), condition, branches, handlers(depth, times));
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
    return new SwitchStep(header(), value, branches, defaultBranch, handlers(depth, times));
  }

  private Step pause(int depth, int times) {
    Approval approval = dice.happens(0.25) ? approval() : null;
    String time = dice.happens(0.05) ? FakeEvaluator.BROKEN : duration().toString();
    PauseLimits limits =
        switch (dice.nextInt(approval == null ? 4 : 2)) {
          case 0 -> new PauseLimits(null, null, "RESUME");
          case 1 -> new PauseLimits(null, time, "RESUME");
          default ->
              new PauseLimits(
                  time,
                  null,
                  dice.oneOf(
                      List.of(
                          "RESUME",
                          "RESUME",
                          "WARN",
                          "FAIL",
                          "CANCEL",
                          "NONSENSE",
                          FakeEvaluator.BROKEN)));
        };
    return new PauseStep(
        header(),
        limits,
        some(depth, times, 0.3),
        List.of(),
        Branch.only(list(depth, times)),
        handlers(depth, times),
        approval);
  }

  private Approval approval() {
    List<Ending> endings = List.of(Ending.values());
    return new Approval(
        dice.happens(0.7) ? FakeEvaluator.NO : condition(0.1),
        "/where",
        dice.oneOf(endings),
        dice.oneOf(endings),
        dice.oneOf(endings));
  }

  private Duration duration() {
    return dice.happens(0.1) ? Duration.ZERO : Duration.ofMillis(dice.between(1, 60_000));
  }

  private Step repetition(int depth, int times) {
    StepHeader header = header();
    int most = dice.nextInt(1, 4);
    String condition =
        switch (dice.nextInt(5)) {
          case 0 -> FakeEvaluator.NO;
          case 1 -> condition(0.3);
          default ->
              times == 1 ? FakeEvaluator.rounds(header.id(), dice.nextInt(1, 4)) : condition(0);
        };
    var frequency =
        new Frequency(Duration.ofMillis(dice.between(1, 20_000)), most, null, dice.nextBoolean());
    return new LoopUntilStep(
        header,
        condition,
        frequency,
        Branch.only(list(depth, times * most)),
        handlers(depth, times));
  }

  private Step loop(int depth, int times) {
    int size = dice.nextInt(0, 5);
    boolean modern = dice.happens(0.25);
    Object values =
        dice.nextBoolean()
            ? FakeEvaluator.list(size)
            : IntStream.range(0, size).mapToObj(place -> "v" + place % 3).toList();
    if (dice.happens(0.04)) {
      values = FakeEvaluator.BROKEN;
    }
    LoopOrder order =
        modern ? LoopOrder.CHILDREN_IN_ORDER : dice.oneOf(List.of(LoopOrder.values()));
    return new LoopStep(
        header(),
        values,
        order,
        limit(),
        modern ? new Rounds(List.of(), dice.nextBoolean(), Fetch.AUTO) : null,
        Branch.only(list(depth, times * Math.max(2, size))), // never the same as outside
        handlers(depth, times));
  }

  private int limit() {
    return dice.nextBoolean() ? 0 : dice.nextInt(1, 4);
  }

  TaskStep task() {
    return new TaskStep(header(id(), retry()), Map.of(), null, null);
  }

  private StepHeader header() {
    return header(id(), null);
  }

  private String id() {
    return "t" + steps++;
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
    boolean anew = dice.happens(0.15);
    Integer maxAttempts = anew || dice.happens(0.8) ? dice.nextInt(1, 5) : null;
    Duration maxDuration = maxAttempts == null ? Duration.ofSeconds(dice.nextInt(1, 60)) : null;
    var limits =
        new Limits(
            maxAttempts,
            maxDuration,
            dice.happens(0.3),
            anew ? Behavior.CREATE_NEW_EXECUTION : Behavior.RETRY_FAILED_TASK);
    Duration interval = Duration.ofMillis(dice.between(1, 20_000));
    return switch (dice.nextInt(3)) {
      case 0 -> new RetryPolicy.Constant(interval, limits);
      case 1 -> new RetryPolicy.Exponential(interval, interval.multipliedBy(5), 2, limits);
      default -> new RetryPolicy.Random(interval, interval.multipliedBy(3), limits);
    };
  }
}
