package dev.legato.docker;

import dev.legato.plugin.NoOutput;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskType;
import dev.legato.plugin.process.TaskRunner;

/** A task with a runner. */
@TaskType(value = "test.Holder", title = "Holds a runner.")
record Holder(TaskRunner taskRunner) implements Task<NoOutput> {
  @Override
  public NoOutput run(TaskContext context) {
    return new NoOutput();
  }
}
