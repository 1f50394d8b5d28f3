package dev.legato.worker;

import dev.legato.model.log.LogEntry;
import dev.legato.storage.LogStore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines go to where the logs of all executions are. */
record StoredLog(LogStore store) implements LogTarget {
  @Override
  public void append(List<LogEntry> entries) {
    store.append(entries);
  }

  @Override
  public @Nullable String close() {
    return null;
  }
}
