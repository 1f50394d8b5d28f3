package dev.legato.testkit.simulation;

import dev.legato.engine.Engine;
import dev.legato.model.flow.Concurrency;
import dev.legato.model.flow.FlowId;
import dev.legato.model.plan.Plan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What all parts of a simulation share. */
final class World {
  private final Dice dice;
  private final PlantedBug planted;
  private final Agenda agenda = new Agenda();
  private final Trace trace = new Trace(agenda);
  private final Tally tally = new Tally();
  private final Engine engine = new Engine(new FakeEvaluator());
  private final Map<FlowId, List<Plan>> plans = new LinkedHashMap<>();
  private final Outcomes outcomes;
  private final DurableImage image = new DurableImage(this);
  private final SimulatedStore store = new SimulatedStore(this, image);
  private final StartWitness witness = new StartWitness(this);
  private final ReplayCheck replayCheck = new ReplayCheck(this);
  private final SimulatedLimits limits = new SimulatedLimits(this);
  private final LimitChecks limitChecks = new LimitChecks(this);
  private final FamilyChecks family = new FamilyChecks(this);
  private final People people = new People(this);
  private final Mistakes mistakes;
  private Faults faults;
  private @Nullable InvariantViolation violation;

  World(long seed, PlantedBug planted) {
    this.dice = new Dice(seed);
    this.planted = planted;
    this.mistakes = new Mistakes(this);
    this.outcomes = new Outcomes(seed);
    this.faults = Faults.random(dice);
    boolean withLongLoop = dice.happens(0.02);
    int flows = dice.nextInt(2, 5);
    for (int i = 0; i < flows; i++) {
      Plan plan =
          withLongLoop && i == 0
              ? RandomFlow.longLoop(dice, i)
              : RandomFlow.from(dice, i, RandomFlow.ids(i, flows));
      plans.put(plan.flow(), List.of(plan, RandomFlow.edited(plan, dice)));
      if (dice.happens(0.4)) {
        limits.set(plan.flow(), randomLimit());
      }
    }
  }

  Concurrency randomLimit() {
    var behavior =
        dice.oneOf(
            List.of(
                Concurrency.Behavior.QUEUE,
                Concurrency.Behavior.QUEUE,
                Concurrency.Behavior.CANCEL,
                Concurrency.Behavior.FAIL));
    return new Concurrency(dice.nextInt(1, 4), behavior);
  }

  SimulatedLimits limits() {
    return limits;
  }

  LimitChecks limitChecks() {
    return limitChecks;
  }

  FamilyChecks family() {
    return family;
  }

  People people() {
    return people;
  }

  /** What goes wrong because somebody has made a mistake. */
  Mistakes mistakes() {
    return mistakes;
  }

  Dice dice() {
    return dice;
  }

  Agenda agenda() {
    return agenda;
  }

  Trace trace() {
    return trace;
  }

  Tally tally() {
    return tally;
  }

  Engine engine() {
    return engine;
  }

  Outcomes outcomes() {
    return outcomes;
  }

  DurableImage image() {
    return image;
  }

  SimulatedStore store() {
    return store;
  }

  StartWitness witness() {
    return witness;
  }

  ReplayCheck replayCheck() {
    return replayCheck;
  }

  Faults faults() {
    return faults;
  }

  void endFaults() {
    faults = Faults.OFF;
  }

  /** Does something in a callback that would swallow a violation. */
  void guard(Runnable action) {
    try {
      action.run();
    } catch (InvariantViolation found) {
      if (violation == null) {
        violation = found;
      }
      throw found;
    }
  }

  /** Stops the simulation if a callback has found something. */
  void checkCallbacks() {
    if (violation != null) {
      throw violation;
    }
  }

  boolean isPlanted(PlantedBug bug) {
    return planted == bug;
  }

  List<FlowId> flows() {
    return List.copyOf(plans.keySet());
  }

  Plan plan(FlowId flow, int revision) {
    List<Plan> revisions = plans.get(flow);
    if (revisions == null || revision > revisions.size()) {
      throw new IllegalStateException(
          "Expected a plan of %s in revision %d, but there is none".formatted(flow, revision));
    }
    return revisions.get(revision - 1);
  }
}
