package dev.legato.server.service;

import dev.legato.model.execution.ExecutionId;
import dev.legato.plugin.TaskFailure;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets paused executions go on. */
@FunctionalInterface
public interface Resumption {
  /**
   * Lets an execution go on.
   *
   * @param inputs for the questions of its Pause task
   * @throws TaskFailure when there is no such execution, when it is not paused, or when inputs do
   *     not fit
   */
  void resume(ExecutionId execution, Map<String, @Nullable Object> inputs) throws TaskFailure;
}
