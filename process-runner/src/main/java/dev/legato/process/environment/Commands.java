package dev.legato.process.environment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Runs the programs that make environments. */
@FunctionalInterface
public interface Commands {
  /**
   * Runs one to its end.
   *
   * @param lines told each line that it writes
   * @return its exit code
   */
  int run(List<String> command, Path directory, Map<String, String> further, Consumer<String> lines)
      throws IOException, InterruptedException;
}
