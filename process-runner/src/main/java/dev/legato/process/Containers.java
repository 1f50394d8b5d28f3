package dev.legato.process;

import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.process.DockerRunner;
import dev.legato.plugin.process.Program;
import dev.legato.plugin.process.ProgramEnd;
import java.io.IOException;

/** Runs programs in containers. */
public interface Containers {
  /** None at all. */
  Containers NONE =
      new Containers() {
        @Override
        public boolean areAvailable() {
          return false;
        }

        @Override
        public ProgramEnd run(Program program, DockerRunner runner, TaskContext context)
            throws TaskFailure {
          throw new TaskFailure(
              "This server cannot run containers. Use the task runner"
                  + " io.kestra.plugin.core.runner.Process.");
        }
      };

  /** Whether an engine answers; asked once. */
  boolean areAvailable();

  /** As {@link dev.legato.plugin.Programs#run}. */
  ProgramEnd run(Program program, DockerRunner runner, TaskContext context)
      throws TaskFailure, IOException, InterruptedException;
}
