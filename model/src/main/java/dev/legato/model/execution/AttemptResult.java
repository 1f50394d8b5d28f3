package dev.legato.model.execution;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an attempt ended, as its worker reports it.
 *
 * @param status SUCCESS, WARNING, FAILED or KILLED; RESUBMITTED when nobody could finish it
 * @param outputs JSON values; may hold something even when the attempt failed
 * @param error why it failed, in a sentence for people; the worker has logged it already
 * @param logFile the URI of a file in internal storage with its log, when there is one
 */
public record AttemptResult(
    TaskRunStatus status,
    Map<String, @Nullable Object> outputs,
    @Nullable String error,
    @Nullable String logFile) {
  public AttemptResult {
    if (!status.isTerminal() || status == TaskRunStatus.SKIPPED) {
      throw new IllegalArgumentException(
          "Expected an attempt to end as SUCCESS, WARNING, FAILED or KILLED, but got " + status);
    }
  }

  /** The result of an attempt whose log is kept like that of other tasks. */
  public AttemptResult(
      TaskRunStatus status, Map<String, @Nullable Object> outputs, @Nullable String error) {
    this(status, outputs, error, null);
  }

  /** The same, with the file that has the log. */
  public AttemptResult withLogFile(String uri) {
    return new AttemptResult(status, outputs, error, uri);
  }

  public static AttemptResult success(Map<String, @Nullable Object> outputs) {
    return new AttemptResult(TaskRunStatus.SUCCESS, outputs, null);
  }

  public static AttemptResult failed(String error) {
    return new AttemptResult(TaskRunStatus.FAILED, Map.of(), error);
  }

  /** The attempt was given up because the server stopped; it does not count against its task. */
  public static AttemptResult resubmitted() {
    return new AttemptResult(TaskRunStatus.RESUBMITTED, Map.of(), null);
  }

  public static AttemptResult killed() {
    return new AttemptResult(TaskRunStatus.KILLED, Map.of(), null);
  }
}
