package dev.legato.worker;

import dev.legato.model.plan.Step.TaskStep;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.type.TypeCatalog;

/** How what is written in a flow becomes a task with values. */
public record TaskLanguage(TypeCatalog types, PropertyRenderer renderer, TaskReader reader) {
  /** Reads a task that stands outside a flow. */
  @FunctionalInterface
  public interface TaskReader {
    /**
     * Reads one task.
     *
     * @param definition in YAML
     * @throws TaskFailure when it is no runnable task, with what is wrong
     */
    TaskStep read(String definition) throws TaskFailure;
  }
}
