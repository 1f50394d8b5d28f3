package dev.legato.worker;

import dev.legato.model.log.LogEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where the lines of one attempt go. Used by one thread at a time. */
interface LogTarget {
  void append(List<LogEntry> entries);

  /**
   * Nothing is written from now on.
   *
   * @return the URI of the file in internal storage that has the lines; null when there is none
   */
  @Nullable String close();
}
