package dev.legato.plugin;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Executions that a task of this execution has started. */
public interface Children {
  /**
   * Hands over the outputs of every child that a task has started and that has outputs, in the
   * order in which the children were started, without holding them all.
   *
   * @param taskId of the task that started them, in the same loop round as this task
   */
  void readOutputs(String taskId, OutputReader reader) throws TaskFailure, IOException;

  /** Takes the outputs of one child after the other. */
  @FunctionalInterface
  interface OutputReader {
    void read(Map<String, @Nullable Object> outputs) throws IOException;
  }
}
