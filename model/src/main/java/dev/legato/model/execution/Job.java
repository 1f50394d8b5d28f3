package dev.legato.model.execution;

import dev.legato.model.flow.FlowId;
import dev.legato.model.plan.Step.TaskStep;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One attempt that a worker is to run.
 *
 * @param taskRun sequence of the task run
 * @param attempt from 0; the worker reports it back, and a report with an older number is refused
 * @param directory sequence of the task run whose children share one working directory; absent when
 *     the attempt has a directory of its own
 * @param variables what expressions of the task's properties see; maps in it may be lazy views that
 *     are safe to read from any thread and must not be copied as a whole
 */
public record Job(
    ExecutionId execution,
    FlowId flow,
    int revision,
    int taskRun,
    String taskRunId,
    int attempt,
    TaskStep step,
    @Nullable Integer directory,
    Map<String, @Nullable Object> variables) {
  /** What tells this attempt from all others. */
  public Key key() {
    return new Key(execution, taskRun, attempt);
  }

  /** An attempt's name. */
  public record Key(ExecutionId execution, int taskRun, int attempt) {}
}
