package dev.legato.process.tree;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A small process that outlives the server, however that dies, and then ends all that the server
 * has started. It waits for the end of its input, which the system brings about even after {@code
 * kill -9}; it has a session of its own, so that a signal to the server's group passes it by.
 */
final class Keeper implements AutoCloseable {
  /** Where processes do not show their environment there is nothing to do. */
  private static final String SCRIPT =
      """
      trap '' HUP INT TERM
      while read -r _; do :; done
      round=0
      while [ $round -lt 50 ]; do
        found=$(grep -lsaz "^$1/" /proc/[0-9]*/environ)
        [ -n "$found" ] || exit 0
        for file in $found; do
          process=${file#/proc/}
          kill -9 "${process%/environ}" 2>/dev/null
        done
        round=$((round + 1))
      done
      """;

  private final List<String> command;
  private final Map<String, String> environment;
  private @Nullable Process process;

  /**
   * A keeper that has not started.
   *
   * @param mark whose children are ended
   * @param environment of its own
   */
  Keeper(Launch launch, Mark mark, Map<String, String> environment) {
    this.command =
        launch.inOwnSession(List.of("/bin/sh", "-c", SCRIPT, "legato-keeper", mark.entry()));
    this.environment = environment;
  }

  /** Makes sure that it runs. */
  synchronized void start() throws IOException {
    if (process != null && process.isAlive()) {
      return;
    }
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command));
    builder.environment().clear();
    builder.environment().putAll(environment);
    process =
        builder
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
  }

  /** Lets it do its work now. */
  @Override
  public synchronized void close() {
    if (process != null) {
      try {
        process.getOutputStream().close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
