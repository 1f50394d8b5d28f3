package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.command.Command;
import dev.legato.model.command.Command.AdmitExecution;
import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.command.Command.Loss;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.Timer;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.limit.Slots;
import dev.legato.orchestrator.shard.Consequences;
import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.Request.Reply;
import dev.legato.orchestrator.shard.Shard;
import dev.legato.orchestrator.shard.ShardConfig;
import dev.legato.orchestrator.time.DueQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One life of a server: a shard, its timers and its workers, all in memory. */
final class ServerProcess implements Consequences {
  private final World world;
  private final Site site;
  private final int number;
  private final DueQueue<Timer.Key> timers;
  private final SimulatedWorkers workers;
  private final SimulatedCalls calls;
  private final Shard shard;
  private final Slots slots;
  private final LimitMistakes limitMistakes;

  /** Until whoever gives out places has read who has one. */
  private boolean takingOver = true;

  private boolean alive = true;
  private boolean turnPlanned;
  private long wakePlanned = -1;
  private int submitted;
  private @Nullable Command lastSubmitted;

  ServerProcess(World world, Site site, int number) {
    this.world = world;
    this.site = site;
    this.number = number;
    this.timers = new DueQueue<>(world.agenda());
    this.workers = new SimulatedWorkers(world, this);
    this.calls = new SimulatedCalls(world, this);
    Dice dice = world.dice();
    var config =
        new ShardConfig(
            100_000,
            dice.oneOf(List.of(1, 2, 5, 1_000)),
            dice.oneOf(List.of(1, 20, 4_000)),
            dice.nextInt(1, 4));
    this.limitMistakes = new LimitMistakes(world);
    this.slots = new Slots(id -> limitMistakes.stored(id, takingOver), world.limits());
    var ports =
        new Shard.Ports(
            world.store(),
            world::plan,
            workers,
            new SimulatedErrands(world, this, calls),
            slots,
            this);
    this.shard = new Shard(0, ports, world.engine(), world.agenda(), config, Loss.CRASH);
  }

  int number() {
    return number;
  }

  /** Plans something that happens only while the process lives. */
  void later(long micros, Runnable action) {
    world
        .agenda()
        .in(
            micros,
            () -> {
              if (alive) {
                action.run();
              }
            });
  }

  boolean offer(Request request) {
    count(request.command());
    return shard.offer(request);
  }

  void submit(Command command) {
    if (alive) {
      count(command);
      shard.submit(Request.of(command));
    }
  }

  /** What to do with an answer; null stands for one that tells of a failure. */
  interface Answer {
    void take(@Nullable Reply reply);
  }

  /** Hands over a request of the process itself; the answer is lost when the process dies. */
  void ask(Request request, Answer answer) {
    CompletableFuture<Reply> reply = request.reply();
    if (reply == null) {
      throw new IllegalArgumentException("Expected a request with an answer, but it has none");
    }
    count(request.command());
    shard.submit(request);
    var _ = reply.whenComplete((it, _) -> later(100, () -> answer.take(it)));
  }

  /** Whether somebody carries out an attempt of a task run. */
  boolean runs(ExecutionId execution, int taskRun) {
    return workers.running(execution).contains(taskRun) || calls.runs(execution, taskRun);
  }

  /** The rows of an execution are gone, or are to stay after all. */
  void removed(ExecutionId execution) {
    shard.removed(execution);
  }

  /** How many commands wait. */
  int waiting() {
    return shard.waiting();
  }

  /** Whether nothing is on its way. */
  boolean isAtRest() {
    return isSettled() && shard.waiting() == 0;
  }

  /** Hands a command to whichever process lives. */
  void submitToSuccessor(Command command) {
    ServerProcess successor = site.process();
    if (successor != null) {
      successor.submit(command);
    }
  }

  /** Somebody has changed how many executions of a flow may run at once. */
  void limitChanged(FlowId flow) {
    if (!world.isPlanted(PlantedBug.IGNORES_CHANGED_LIMITS)) {
      slots.limitChanged(flow).forEach(next -> submit(new AdmitExecution(next)));
    }
    boolean tooMany = slots.used(flow) > world.limits().now(flow);
    if (tooMany && world.isPlanted(PlantedBug.LOWERED_LIMITS_KILL)) {
      world
          .limitChecks()
          .running()
          .getOrDefault(flow, Map.of())
          .keySet()
          .forEach(running -> submit(new KillExecution(running, true)));
    }
  }

  private void count(Command command) {
    submitted++;
    lastSubmitted = command;
  }

  /** Does what the process's threads would do by now. */
  void poke() {
    fireTimers();
    if (!turnPlanned && shard.canTurn()) {
      turnPlanned = true;
      boolean slow = world.dice().happens(0.05);
      boolean dawdles = slow && world.isPlanted(PlantedBug.DAWDLES);
      long longest = dawdles ? 10_000_000 : slow ? 200_000 : 1_000;
      later(world.dice().nextLong(1, longest), this::turn);
    }
    if (isAtRest()) {
      world.replayCheck().settled(this);
      world.limitChecks().checkAtRest(slots);
    }
  }

  private void turn() {
    turnPlanned = false;
    if (shard.canTurn()) {
      if (isSettled() && shard.waiting() == 1 && submitted == 1 && lastSubmitted != null) {
        world.replayCheck().foresee(lastSubmitted, running(lastSubmitted.execution()), slots);
      }
      submitted = 0;
      world.trace().add("turn", number, shard.waiting());
      shard.turn();
      world.replayCheck().turned();
    }
  }

  private Set<Integer> running(ExecutionId execution) {
    return world.image().find(execution).map(DurableExecution::taskRuns).stream()
        .flatMap(List::stream)
        .filter(row -> !row.attempts().isEmpty())
        .filter(row -> !row.attempts().getLast().status().isTerminal())
        .map(TaskRunRecord::sequence)
        .collect(Collectors.toSet());
  }

  /** Whether everything that was decided is durable, and the shard knows. */
  private boolean isSettled() {
    return world.store().commitsUnderWay() == 0 && !world.store().awaitsTakeOver();
  }

  private void fireTimers() {
    Instant now = world.agenda().instant();
    timers.takeDue(now, this::fire);
    timers.next().ifPresent(next -> planWake(Duration.between(now, next)));
  }

  private void fire(Timer.Key timer, Instant due) {
    if (timer.kind() == Timer.Kind.SLA && world.isPlanted(PlantedBug.FORGETS_AGREEMENTS)) {
      return;
    }
    world.trace().add("timer", timer.execution(), timer.kind() + " " + timer.taskRun());
    boolean timeless = world.isPlanted(PlantedBug.FIRES_TIMERS_OF_THE_PAST);
    var fire =
        new FireTimer(timer.execution(), timer.kind(), timer.taskRun(), timeless ? null : due);
    submit(fire);
    if (world.dice().happens(world.faults().duplicateTimer())) {
      later(world.dice().between(1, 20_000_000), () -> submit(fire));
    }
  }

  private void planWake(Duration left) {
    long micros = Math.clamp(left.toNanos() / 1_000, 1, 30_000_000);
    long at = world.agenda().now() + micros;
    if (wakePlanned <= world.agenda().now() || at < wakePlanned) {
      wakePlanned = at;
      later(micros, () -> {});
    }
  }

  /** The process dies; nothing in memory survives. */
  void die() {
    alive = false;
    if (!world.isPlanted(PlantedBug.OUTLIVES_A_CRASH)) {
      world.witness().died(number);
    }
  }

  /** What must be left once all has ended. */
  void checkIdle() {
    require(shard.waiting() == 0, "%d commands wait", shard.waiting());
    require(timers.next().isEmpty(), "A timer is still set for %s", timers.next());
    require(workers.areIdle(), "Workers are still busy");
    require(calls.areIdle(), "Calls are still under way");
    for (FlowId flow : world.flows()) {
      require(slots.used(flow) == 0, "A place of %s is never given back", flow);
    }
  }

  @Override
  public void timerSet(Timer timer) {
    if (!alive) {
      return;
    }
    world.guard(() -> require(world.image().holds(timer), "%s is set, but is not durable", timer));
    timers.set(timer.key(), timer.due());
    if (timer.kind() == Timer.Kind.PAUSE && world.isPlanted(PlantedBug.ENDS_PAUSES_EARLY)) {
      submit(new FireTimer(timer.execution(), timer.kind(), timer.taskRun()));
    }
  }

  @Override
  public void takenOver() {
    takingOver = false;
    calls.lookAgain();
  }

  @Override
  public void timerCancelled(Timer.Key timer) {
    timers.cancel(timer);
  }

  @Override
  public void changed(List<ExecutionRecord> executions) {
    world.guard(() -> executions.forEach(this::checkDurable));
    executions.forEach(calls::changed);
    for (ExecutionRecord execution : executions) {
      limitMistakes.changed(execution, slots).forEach(next -> submit(new AdmitExecution(next)));
    }
  }

  private void checkDurable(ExecutionRecord shown) {
    ExecutionRecord durable = world.image().get(shown.id()).execution();
    require(durable.equals(shown), "%s is shown, but %s is durable", shown, durable);
  }
}
