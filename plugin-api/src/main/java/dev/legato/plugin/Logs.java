package dev.legato.plugin;

import dev.legato.plugin.log.LogLine;
import dev.legato.plugin.log.LogPurge;
import dev.legato.plugin.log.LogQuery;
import java.io.IOException;

/** What executions have logged. */
public interface Logs {
  /** Hands over lines in the order of writing, without holding them all. */
  void read(LogQuery query, Reader reader) throws TaskFailure, IOException;

  /** Removes lines in small portions, and says how many. */
  long purge(LogPurge purge) throws TaskFailure, InterruptedException;

  /** Takes one line after the other. */
  @FunctionalInterface
  interface Reader {
    void read(LogLine line) throws IOException;
  }
}
