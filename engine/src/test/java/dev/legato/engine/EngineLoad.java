package dev.legato.engine;

import static dev.legato.engine.Flows.flow;
import static dev.legato.engine.Flows.forEach;
import static dev.legato.engine.Flows.task;

import dev.legato.model.command.Command;
import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.ContinueExecution;
import dev.legato.model.effect.Effect;
import dev.legato.model.effect.Effect.RunTask;
import dev.legato.model.effect.Effect.ScheduleContinuation;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import java.lang.management.ManagementFactory;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Prints what deciding costs, in time and in memory. Run it by hand: what it prints depends on the
 * machine, so no test compares it.
 */
final class EngineLoad {
  private static final int ROUNDS = 5;
  private static final AttemptResult SUCCESS = AttemptResult.success(Map.of());

  private EngineLoad() {}

  public static void main(String[] args) {
    var loads = new LinkedHashMap<String, Plan>();
    loads.put("100,000 values, limit 0", loop(100_000, 0));
    loads.put("100,000 values, limit 1", loop(100_000, 1));
    loads.put(
        "10 x 10 x 10, limit 0",
        flow(forEach("x", range(10), 0, forEach("y", range(10), 0, loopStep(10, 0)))));
    for (int round = 1; round <= ROUNDS; round++) {
      System.out.println("round " + round);
      loads.forEach(EngineLoad::measure);
    }
  }

  private static void measure(String name, Plan plan) {
    long memory = usedMemory();
    var state = new ExecutionState(plan);
    long start = cpuTime();
    drive(state);
    long millis = (cpuTime() - start) / 1_000_000;
    long grown = usedMemory() - memory;
    int runs = state.taskRuns().all().size();
    System.out.printf(
        "  %-24s %,9d task runs in %,5d ms of CPU, %,d bytes each, %s%n",
        name, runs, millis, grown / runs, state.status());
  }

  private static void drive(ExecutionState state) {
    var engine = new Engine(new FakeEvaluator());
    Deque<Command> inbox = new ArrayDeque<>();
    inbox.add(Run.creation());
    while (!inbox.isEmpty()) {
      Decision decision = engine.decide(state, inbox.poll(), Admission.ALWAYS, Run.START);
      state.drainChanges();
      for (Effect effect : decision.effects()) {
        if (effect instanceof RunTask(var job)) {
          inbox.add(new CompleteAttempt(job.execution(), job.taskRun(), job.attempt(), SUCCESS));
        } else if (effect instanceof ScheduleContinuation(var execution)) {
          inbox.add(new ContinueExecution(execution));
        }
      }
    }
  }

  private static Plan loop(int values, int limit) {
    return flow(loopStep(values, limit));
  }

  private static Step loopStep(int values, int limit) {
    return forEach("l", range(values), limit, task("a"));
  }

  private static Object range(int count) {
    return IntStream.range(0, count).mapToObj(i -> (Object) i).toList();
  }

  /** Of this thread, in nanoseconds: other work on the machine must not count. */
  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static long usedMemory() {
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
