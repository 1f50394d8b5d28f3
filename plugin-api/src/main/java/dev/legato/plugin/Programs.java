package dev.legato.plugin;

import dev.legato.plugin.process.NodeEnvironment;
import dev.legato.plugin.process.Program;
import dev.legato.plugin.process.ProgramEnd;
import dev.legato.plugin.process.PythonEnvironment;
import dev.legato.plugin.process.TaskRunner;
import java.io.IOException;
import java.nio.file.Path;

/** Runs programs for tasks, and finds what they need on this machine. */
public interface Programs {
  /** Where programs run when a task does not say. */
  TaskRunner defaultRunner();

  /**
   * Runs a program to its end. What it writes becomes lines in the task's log; lines such as {@code
   * ::{"outputs": {"rows": 3}}::} become outputs, figures and log lines of other levels instead.
   *
   * <p>When the calling thread is interrupted, the program and all that it has started are ended,
   * first politely, then by force, before this method throws.
   *
   * @return how it ended, whatever its exit code
   * @throws TaskFailure when it could not be started, with a reason for people
   */
  ProgramEnd run(Program program, TaskRunner runner, TaskContext context)
      throws TaskFailure, IOException, InterruptedException;

  /**
   * The program that a name stands for on this machine, past the wrappers of version managers.
   *
   * @param nameOrPath such as {@code python3} or {@code /opt/python/bin/python3}
   * @throws TaskFailure when there is none, with what to install
   */
  Path find(String nameOrPath) throws TaskFailure, InterruptedException;

  /** Where programs of this machine are looked for, as in the variable PATH. */
  String searchPath();

  /**
   * A Python environment that has the given packages: a folder with {@code bin/python}. Made when
   * it is first asked for and shared by all that ask for the same, so nobody may change it.
   *
   * @throws TaskFailure when it cannot be made, with the end of what the installer said
   */
  Path environment(PythonEnvironment environment, TaskContext context)
      throws TaskFailure, IOException, InterruptedException;

  /**
   * A folder {@code node_modules} with the packages that a {@code package.json} asks for. Made when
   * it is first asked for and shared by all that ask for the same, so nobody may change it.
   *
   * @throws TaskFailure when it cannot be made, with the end of what the installer said
   */
  Path environment(NodeEnvironment environment, TaskContext context)
      throws TaskFailure, IOException, InterruptedException;

  /**
   * A folder with modules for programs that want to talk to the server: {@code kestra.py} and
   * {@code kestra.js}.
   */
  Path modules() throws IOException;
}
