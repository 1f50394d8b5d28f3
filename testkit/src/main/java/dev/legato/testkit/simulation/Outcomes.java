package dev.legato.testkit.simulation;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.TaskRunStatus;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How attempts end. The answer follows from the execution, the place of the task in its flow and
 * the failures so far, whatever else goes on: so the end of an execution can be foretold.
 */
final class Outcomes {
  private static final int ALWAYS = Integer.MAX_VALUE;

  private final long seed;

  Outcomes(long seed) {
    this.seed = seed;
  }

  /**
   * What an attempt of the task run ends as, when nobody kills it.
   *
   * @param path of the task run, see {@link #child}
   * @param failures how many attempts have failed before
   */
  TaskRunStatus status(ExecutionId execution, String path, int failures) {
    long bits = bits(execution, path);
    if (failures < failuresBeforeEnd(execution, bits)) {
      return TaskRunStatus.FAILED;
    }
    return (bits >>> 40) % 100 < 10 ? TaskRunStatus.WARNING : TaskRunStatus.SUCCESS;
  }

  AttemptResult result(ExecutionId execution, String path, int failures) {
    TaskRunStatus status = status(execution, path, failures);
    return status == TaskRunStatus.FAILED
        ? AttemptResult.failed("it was to fail")
        : new AttemptResult(status, Map.of("path", path), null);
  }

  /** The path of a task run, from that of the group that holds it. */
  static String child(String group, String step, int iteration) {
    return iteration < 0 ? group + "/" + step : group + "/" + step + "[" + iteration + "]";
  }

  /** How a group ends whose tasks and which itself have ended like this. */
  static TaskRunStatus worst(List<TaskRunStatus> tasks, TaskRunStatus own) {
    return Stream.of(TaskRunStatus.KILLED, TaskRunStatus.FAILED, TaskRunStatus.WARNING)
        .filter(status -> own == status || tasks.contains(status))
        .findFirst()
        .orElse(TaskRunStatus.SUCCESS);
  }

  private int failuresBeforeEnd(ExecutionId execution, long bits) {
    // some executions meet no failure at all, so that deep ends of flows are reached
    boolean smooth = Dice.mix(execution.value().hashCode() ^ seed) % 3 == 0;
    long roll = (bits >>> 8) % 100;
    if (smooth || roll < 70) {
      return 0;
    }
    return roll < 90 ? (int) ((bits >>> 20) % 4) + 1 : ALWAYS;
  }

  private long bits(ExecutionId execution, String path) {
    return Dice.mix(seed + execution.value().hashCode() * 31L + path.hashCode()) & Long.MAX_VALUE;
  }
}
