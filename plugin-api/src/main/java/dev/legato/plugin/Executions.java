package dev.legato.plugin;

import dev.legato.plugin.execution.CountQuery;
import dev.legato.plugin.execution.ExecutionPurge;
import dev.legato.plugin.execution.FlowCount;
import dev.legato.plugin.execution.FlowName;
import dev.legato.plugin.execution.PurgedExecutions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Executions of this and other flows. */
public interface Executions {
  /** How many there are of each flow that was asked for, also where there are none. */
  List<FlowCount> count(CountQuery query) throws TaskFailure;

  /**
   * Lets a paused execution go on.
   *
   * @param inputs for the questions of its Pause task
   * @throws TaskFailure when there is no such execution, when it is not paused, or when inputs do
   *     not fit
   */
  void resume(String executionId, Map<String, @Nullable Object> inputs) throws TaskFailure;

  /** The flow of an execution; empty when there is no such execution. */
  Optional<FlowName> flowOf(String executionId);

  /** Removes executions that have ended, in small portions so that others can work meanwhile. */
  PurgedExecutions purge(ExecutionPurge purge) throws TaskFailure, InterruptedException;
}
