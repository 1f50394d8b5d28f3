package dev.legato.worker;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whose lines a log has.
 *
 * @param execution absent for a trigger
 * @param trigger absent for an attempt
 * @param threshold lines below it are not kept; absent to keep all
 */
record LogOwner(
    FlowId flow,
    @Nullable ExecutionId execution,
    @Nullable String task,
    @Nullable String taskRun,
    @Nullable Integer attempt,
    @Nullable String trigger,
    @Nullable LogLevel threshold) {
  private static final String PART = "worker";

  static LogOwner of(Job job) {
    return new LogOwner(
        job.flow(),
        job.execution(),
        job.step().id(),
        job.taskRunId(),
        job.attempt(),
        null,
        job.step().logLevel());
  }

  static LogOwner of(TriggerWork work) {
    return new LogOwner(work.flow(), null, null, null, null, work.trigger(), work.logLevel());
  }

  boolean isTrigger() {
    return trigger != null;
  }

  LogEntry line(Instant now, LogLevel level, String message) {
    return new LogEntry(
        flow, execution, task, taskRun, attempt, trigger, now, level, PART, message);
  }
}
