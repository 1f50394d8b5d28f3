package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.execution.Timer;
import dev.legato.model.plan.Step.TaskStep;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Sees every start and end of an attempt, in whichever process it runs. */
final class StartWitness {
  /** How long a kill may take to reach a worker, in microseconds. */
  private static final long KILL_REACHES_WORKER_WITHIN = 60_000_000;

  private static final Set<TaskRunStatus> REPORTED =
      Set.of(TaskRunStatus.SUCCESS, TaskRunStatus.WARNING, TaskRunStatus.FAILED);

  private final World world;
  private final Map<Job.Key, Start> starts = new HashMap<>();

  private static final class Start {
    private final int process;
    private boolean running = true;
    private @Nullable TaskRunStatus reported;

    Start(int process) {
      this.process = process;
    }
  }

  StartWitness(World world) {
    this.world = world;
  }

  void started(Job job, int process) {
    DurableExecution execution = world.image().get(job.execution());
    String early = job.key() + " starts before that is durable";
    TaskRunRecord row = InvariantViolation.present(execution.find(job.taskRun()), early);
    require(row.attempts().size() > job.attempt(), "%s", early);
    boolean mayStart =
        execution.followsTheEnd(row)
            ? !execution.execution().over()
            : !execution.execution().status().isTerminal();
    require(
        mayStart,
        "%s starts although its execution has ended as %s",
        job.key(),
        execution.execution().status());
    require(!starts.containsKey(job.key()), "%s starts a second time", job.key());
    require(
        row.attempts().size() == job.attempt() + 1
            && row.attempts().getLast().status() == TaskRunStatus.RUNNING,
        "%s starts, but what is durable is %s",
        job.key(),
        row);
    for (int earlier = 0; earlier < job.attempt(); earlier++) {
      Start other = starts.get(new Job.Key(job.execution(), job.taskRun(), earlier));
      require(other == null || !other.running, "%s overlaps attempt %d", job.key(), earlier);
    }
    if (job.attempt() > execution.inheritedAttempts(job.taskRun()) && !isRestarted(row)) {
      explainRetry(job, row, process);
    }
    starts.put(job.key(), new Start(process));
    world.tally().see(execution.followsTheEnd(row) ? Sight.AFTER_TASK : Sight.ATTEMPT);
  }

  /** Whether it runs because somebody wants it to run again. */
  private static boolean isRestarted(TaskRunRecord row) {
    List<StatusHistory.Entry<TaskRunStatus>> entries = row.history().entries();
    int last = entries.size() - 1;
    while (last > 0 && entries.get(last).status() != TaskRunStatus.RUNNING) {
      last--;
    }
    return last > 0 && entries.get(last - 1).status() == TaskRunStatus.RESTARTED;
  }

  private void explainRetry(Job job, TaskRunRecord row, int process) {
    int previous = job.attempt() - 1;
    Attempt ended = row.attempts().get(previous);
    Start start = starts.get(new Job.Key(job.execution(), job.taskRun(), previous));
    if (ended.status() == TaskRunStatus.FAILED) {
      require(job.step().header().retry() != null, "%s is a retry without a policy", job.key());
      Instant due =
          world.image().due(new Timer.Key(job.execution(), Timer.Kind.RETRY, job.taskRun()));
      Instant at = row.attempts().getLast().history().start();
      require(!at.isBefore(due), "%s starts at %s, but it is due at %s", job.key(), at, due);
      world.tally().see(Sight.RETRY);
      return;
    }
    require(
        ended.status() == TaskRunStatus.KILLED || ended.status() == TaskRunStatus.RESUBMITTED,
        "%s starts although the attempt before was %s",
        job.key(),
        ended.status());
    boolean mayBeLost = start == null ? world.tally().faults() > 0 : start.process != process;
    require(mayBeLost, "%s starts although the worker of the attempt before lives", job.key());
    world.tally().see(Sight.LOST_ATTEMPT);
  }

  /** An attempt has ended, and its worker will report this. */
  void ended(Job.Key job, TaskRunStatus status, boolean killAsked) {
    Start start = starts.get(job);
    if (start == null) {
      throw new InvariantViolation("%s ends without a start".formatted(job));
    }
    start.running = false;
    start.reported = status;
    DurableExecution execution = world.image().find(job.execution()).orElse(null);
    boolean killing =
        execution != null
            && execution.execution().status() == ExecutionStatus.KILLING
            && execution.find(job.taskRun()) != null;
    if (execution != null && killing && !killAsked) {
      long since = world.agenda().now() - execution.killingSince();
      require(since < KILL_REACHES_WORKER_WITHIN, "%s was never asked to stop", job);
    }
  }

  /** A process has died, and all that it ran with it. */
  void died(int process) {
    starts.values().stream()
        .filter(start -> start.process == process)
        .forEach(start -> start.running = false);
  }

  /** What is stored of an attempt that ended by itself is what its worker has reported. */
  void checkResults(DurableExecution execution, TaskRunRecord row) {
    if (!(execution.position(row).step() instanceof TaskStep)) {
      return;
    }
    for (int i = execution.inheritedAttempts(row.sequence()); i < row.attempts().size(); i++) {
      TaskRunStatus stored = firstEnd(row.attempts().get(i));
      Start start = starts.get(new Job.Key(row.execution(), row.sequence(), i));
      if (REPORTED.contains(stored)) {
        require(
            start != null && start.reported == stored,
            "Attempt %d is stored as %s, which nobody reported: %s",
            i,
            stored,
            row);
      }
    }
  }

  /** How it ended before anybody took that for another end. */
  private static TaskRunStatus firstEnd(Attempt attempt) {
    return attempt.history().entries().stream()
        .map(StatusHistory.Entry::status)
        .filter(TaskRunStatus::isTerminal)
        .findFirst()
        .orElse(attempt.status());
  }
}
