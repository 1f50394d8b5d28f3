package dev.legato.testkit.simulation;

import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.orchestrator.shard.Workers;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The workers of one process: attempts take virtual time and end as {@link Outcomes} says. */
final class SimulatedWorkers implements Workers {
  private static final long MINUTE = 60_000_000;

  private final World world;
  private final ServerProcess process;
  private final Map<Job.Key, Running> running = new LinkedHashMap<>();
  private final Map<ExecutionId, Set<Integer>> byExecution = new HashMap<>();

  private static final class Running {
    private final Job job;
    private final AttemptResult result;
    private boolean killAsked;
    private boolean ended;

    Running(Job job, AttemptResult result) {
      this.job = job;
      this.result = result;
    }
  }

  SimulatedWorkers(World world, ServerProcess process) {
    this.world = world;
    this.process = process;
  }

  @Override
  public void run(Job job) {
    world.guard(() -> take(job));
  }

  private void take(Job job) {
    if (world.dice().happens(world.faults().failedHandover())) {
      world.tally().see(Sight.FAILED_HANDOVER);
      world.store().expectTakeOver();
      world.trace().add("handover failed", job.execution(), job.taskRun());
      throw new IllegalStateException("The worker breaks off, says the simulation");
    }
    if (world.isPlanted(PlantedBug.DROPS_JOBS) && world.dice().happens(0.1)) {
      return;
    }
    start(job);
    if (world.isPlanted(PlantedBug.RUNS_TWICE) && world.dice().happens(0.1)) {
      start(job);
    }
    if (world.isPlanted(PlantedBug.DISPATCHES_TWICE) && world.dice().happens(0.1)) {
      process.later(world.dice().between(1_000, MINUTE), () -> start(job));
    }
  }

  private void start(Job job) {
    Dice dice = world.dice();
    world.witness().started(job, process.number());
    DurableExecution execution = world.image().get(job.execution());
    TaskRunRecord row = Objects.requireNonNull(execution.find(job.taskRun()));
    int failures =
        (int)
            row.attempts().stream()
                .filter(attempt -> attempt.status() == TaskRunStatus.FAILED)
                .count();
    String path = execution.path(row);
    var attempt = new Running(job, world.outcomes().result(job.execution(), path, failures));
    running.put(job.key(), attempt);
    byExecution.computeIfAbsent(job.execution(), _ -> new HashSet<>()).add(job.taskRun());
    boolean isLong = dice.happens(0.03);
    long duration = isLong ? dice.between(MINUTE, 10 * MINUTE) : dice.between(50, 5_000_000);
    world.trace().add("start", job.execution(), path + " attempt " + job.attempt());
    Runnable end = () -> end(attempt, attempt.result);
    if (world.isPlanted(PlantedBug.OUTLIVES_A_CRASH)) {
      world.agenda().in(duration, end);
    } else {
      process.later(duration, end);
    }
  }

  private void end(Running attempt, AttemptResult result) {
    if (attempt.ended) {
      return;
    }
    attempt.ended = true;
    Job.Key job = attempt.job.key();
    world.trace().add("end", job.execution(), job.taskRun() + " " + result.status());
    world.witness().ended(job, result.status(), attempt.killAsked);
    var report = new CompleteAttempt(job.execution(), job.taskRun(), job.attempt(), result);
    boolean slow = world.dice().happens(world.faults().slowReport());
    long delay = slow ? world.dice().between(10_000, MINUTE / 2) : world.dice().nextLong(0, 500);
    if (world.isPlanted(PlantedBug.FORGETS_BEFORE_REPORTING)) {
      forget(attempt);
      delay += MINUTE / 60;
    }
    process.later(delay, () -> report(attempt, report));
  }

  private void report(Running attempt, CompleteAttempt report) {
    world.trace().add("report", report.execution(), report.taskRun() + "." + report.attempt());
    process.submit(report);
    forget(attempt);
    if (world.dice().happens(world.faults().duplicateReport())) {
      world.tally().see(Sight.DUPLICATE_REPORT);
      // what a dead process has sent may be the first report that is decided: then it must be true
      boolean altered = world.dice().nextBoolean();
      AttemptResult again = altered ? AttemptResult.failed("a ghost") : report.result();
      var ghost =
          new CompleteAttempt(report.execution(), report.taskRun(), report.attempt(), again);
      Runnable send =
          altered ? () -> process.submit(ghost) : () -> process.submitToSuccessor(ghost);
      world.agenda().in(world.dice().between(1, MINUTE / 4), send);
    }
  }

  private void forget(Running attempt) {
    Job job = attempt.job;
    if (running.remove(job.key(), attempt)) {
      Set<Integer> taskRuns = byExecution.getOrDefault(job.execution(), Set.of());
      taskRuns.remove(job.taskRun());
    }
  }

  @Override
  public void kill(Job.Key job) {
    Running attempt = running.get(job);
    if (attempt == null || world.isPlanted(PlantedBug.IGNORES_KILL)) {
      return;
    }
    world.trace().add("kill task", job.execution(), job.taskRun() + "." + job.attempt());
    attempt.killAsked = true;
    boolean deaf = world.dice().happens(0.1);
    if (!deaf) {
      long delay = world.dice().between(100, MINUTE / 12);
      process.later(delay, () -> end(attempt, AttemptResult.killed()));
    }
  }

  @Override
  public Set<Integer> running(ExecutionId execution) {
    return Set.copyOf(byExecution.getOrDefault(execution, Set.of()));
  }

  boolean areIdle() {
    return running.isEmpty();
  }
}
