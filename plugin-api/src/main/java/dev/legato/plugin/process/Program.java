package dev.legato.plugin.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A program to run.
 *
 * @param command the program and its arguments, which no shell reads
 * @param directory where it runs
 * @param environment variables beyond those that every program gets
 * @param image the container image, for a runner that needs one and names none itself
 * @param folders other folders that it reads, which a container gets, too
 * @param kind how it may be run
 * @param errorsAreWarnings whether lines of its error stream are warnings, not errors
 */
public record Program(
    List<String> command,
    Path directory,
    Map<String, String> environment,
    @Nullable String image,
    List<Path> folders,
    Kind kind,
    boolean errorsAreWarnings) {
  public Program {
    if (command.isEmpty()) {
      throw new IllegalArgumentException("A command must not be empty.");
    }
    command = List.copyOf(command);
  }

  /** What is known of a program, to run it faster. */
  public enum Kind {
    /** Nothing. */
    ANY,
    /**
     * The command is a Python interpreter, a script and the script's arguments: an interpreter that
     * has started already may run it.
     */
    PYTHON_SCRIPT
  }

  /** Says nothing of arguments and variables, which may hold secrets. */
  @Override
  public String toString() {
    return "Program[" + command.getFirst() + "]";
  }
}
