package dev.legato.worker;

import dev.legato.model.execution.TaskRunStatus;
import java.util.Map;

/**
 * What a worker has done since it was made.
 *
 * @param waiting attempts that wait for others to end
 * @param timedOut attempts that took longer than their timeout
 * @param abandoned attempts that were reported although their task did not react to its interrupt
 */
public record WorkerFigures(
    int running, int waiting, long started, long timedOut, long abandoned, Map<Ended, Long> ended) {
  /**
   * What attempts that ended are told apart by.
   *
   * @param taskType its name of today
   */
  public record Ended(String taskType, TaskRunStatus status) {}
}
