package dev.legato.orchestrator.shard;

import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.Job;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of an execution that the engine cannot decide on: made from its rows, because nothing
 * else of it can be trusted.
 *
 * @param execution as it has failed
 * @param running what workers still run for it
 */
record Quarantine(
    ExecutionRecord execution,
    List<TaskRunRecord> taskRuns,
    List<Job.Key> running,
    LogEntry reason) {
  static final String REASON = "The execution was set aside after repeated internal errors.";

  static Quarantine of(StoredExecution stored, Instant now) {
    return of(stored, REASON, now);
  }

  static Quarantine of(StoredExecution stored, String why, Instant now) {
    var taskRuns = new ArrayList<TaskRunRecord>();
    var running = new ArrayList<Job.Key>();
    for (TaskRunRecord run : stored.taskRuns()) {
      if (!run.status().isTerminal()) {
        taskRuns.add(ended(run, now));
        if (hasRunningAttempt(run)) {
          running.add(new Job.Key(run.execution(), run.sequence(), run.attempts().size() - 1));
        }
      }
    }
    ExecutionRecord before = stored.execution();
    var reason =
        new LogEntry(
            before.flow(), before.id(), null, null, null, now, LogLevel.ERROR, "orchestrator", why);
    return new Quarantine(ended(before, now), taskRuns, running, reason);
  }

  ExecutionChange change() {
    return ExecutionChange.of(execution, taskRuns);
  }

  private static boolean hasRunningAttempt(TaskRunRecord run) {
    return !run.attempts().isEmpty() && !run.attempts().getLast().status().isTerminal();
  }

  private static TaskRunRecord ended(TaskRunRecord run, Instant now) {
    var attempts = new ArrayList<>(run.attempts());
    if (hasRunningAttempt(run)) {
      attempts.add(new Attempt(attempts.removeLast().history().with(TaskRunStatus.KILLED, now)));
    }
    return new TaskRunRecord(
        run.execution(),
        run.sequence(),
        run.id(),
        run.taskId(),
        run.parent(),
        run.value(),
        run.iteration(),
        run.history().with(TaskRunStatus.KILLED, now),
        attempts,
        run.outputs(),
        run.items());
  }

  private static ExecutionRecord ended(ExecutionRecord before, Instant now) {
    boolean hasEnded = before.status().isTerminal(); // only its last tasks were still running
    return before
        .change()
        .version(before.version() + 1)
        .history(hasEnded ? before.history() : before.history().with(ExecutionStatus.FAILED, now))
        .over(true)
        .build();
  }
}
