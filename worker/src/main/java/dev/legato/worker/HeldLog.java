package dev.legato.worker;

import dev.legato.model.log.LogEntry;
import dev.legato.storage.LogStore;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Holds the lines of a look until it is known what becomes of it. Lines beyond a limit, and those
 * written after the look, go to where the logs of all executions are.
 */
final class HeldLog implements LogTarget {
  private static final Logger log = LoggerFactory.getLogger(HeldLog.class);
  private static final int MAX_CHARACTERS = 8 << 20;

  private final LogStore store;
  private final List<LogEntry> held = new ArrayList<>();
  private long characters;
  private boolean open = true;

  HeldLog(LogStore store) {
    this.store = store;
  }

  @Override
  public synchronized void append(List<LogEntry> entries) {
    long length = entries.stream().mapToLong(entry -> entry.message().length()).sum();
    if (open && characters + length <= MAX_CHARACTERS) {
      characters += length;
      held.addAll(entries);
    } else {
      store.append(entries);
    }
  }

  /** What has been held; it holds nothing from now on. */
  synchronized List<LogEntry> take() {
    open = false;
    return held;
  }

  /** What has been held goes to where the further lines go. */
  synchronized void show() {
    try {
      append(take());
    } catch (RuntimeException e) { // why the look failed must be reported all the same
      log.atError().setCause(e).log("cannot keep the log of a look");
    }
  }

  @Override
  public @Nullable String close() {
    return null;
  }
}
