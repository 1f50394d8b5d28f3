package dev.legato.worker;

import dev.legato.language.secret.SecretMask;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.log.LogEntry;
import dev.legato.plugin.TaskLog;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log of one attempt, or of one look of a trigger: filters, cuts and counts lines on their way.
 */
final class AttemptLog implements TaskLog {
  private static final Logger log = LoggerFactory.getLogger(AttemptLog.class);

  private final LogOwner owner;
  private final LogTarget target;
  private final InstantSource clock;
  private final WorkerConfig config;
  private final @Nullable LogLevel threshold;
  private final long maxBytes;
  private final SecretMask secrets = new SecretMask();
  private long bytes;
  private boolean full;
  private boolean closed;

  AttemptLog(LogOwner owner, LogTarget target, InstantSource clock, WorkerConfig config) {
    this.owner = owner;
    this.target = target;
    this.clock = clock;
    this.config = config;
    this.threshold = owner.threshold();
    this.maxBytes = owner.isTrigger() ? Long.MAX_VALUE : config.maxLogBytes();
  }

  /** What no line may show; the result of the attempt may not show it either. */
  SecretMask secrets() {
    return secrets;
  }

  @Override
  public void log(Level level, String message) {
    log(level, List.of(message));
  }

  @Override
  public void log(Level level, List<String> messages) {
    LogLevel kept = levelOf(level);
    if (threshold == null || kept.isAtLeast(threshold)) {
      write(kept, messages);
    }
  }

  // appends under the lock: nothing may come after close, and lines must not overtake each other
  private synchronized void write(LogLevel level, List<String> messages) {
    if (closed || full) {
      return;
    }
    Instant now = clock.instant();
    List<LogEntry> entries = new ArrayList<>(messages.size());
    for (String message : messages) {
      bytes += Utf8.length(message);
      if (bytes > maxBytes) {
        full = true;
        addTo(
            entries,
            now,
            LogLevel.WARN,
            "The log of an attempt may have %d bytes; the task's further lines are left out."
                .formatted(maxBytes));
        break;
      }
      addTo(entries, now, level, message);
    }
    target.append(entries);
  }

  /**
   * Writes a line of the worker itself, which is kept even when the log is full. Never fails: the
   * attempt must be reported even when nothing can be logged.
   */
  synchronized void note(LogLevel level, String message) {
    if (closed || (threshold != null && !level.isAtLeast(threshold))) {
      return;
    }
    try {
      List<LogEntry> entries = new ArrayList<>(1);
      addTo(entries, clock.instant(), level, message);
      target.append(entries);
    } catch (RuntimeException e) {
      log.atError()
          .addKeyValue("owner", owner)
          .setCause(e)
          .log("cannot keep a line of an attempt's log");
    }
  }

  /** Writes why the attempt failed, and where. */
  void failure(String message, Throwable cause) {
    note(LogLevel.ERROR, message);
    if (threshold == null || threshold == LogLevel.TRACE) {
      StringWriter trace = new StringWriter();
      cause.printStackTrace(new PrintWriter(trace));
      note(LogLevel.TRACE, trace.toString());
    }
  }

  /**
   * Nothing is written from now on.
   *
   * @return the URI of the file that has the lines; null when the log store has them
   */
  synchronized @Nullable String close() {
    if (closed) {
      return null;
    }
    closed = true;
    return target.close();
  }

  private void addTo(List<LogEntry> entries, Instant now, LogLevel level, String clear) {
    String message = secrets.hide(clear); // as a whole: a secret may span the parts it is cut into
    if (message.length() * Utf8.MAX_BYTES_PER_CHAR <= config.maxLineBytes()) {
      entries.add(entry(now, level, message));
      return;
    }
    for (int start = 0; start < message.length(); ) {
      int end = Utf8.end(message, start, config.maxLineBytes());
      entries.add(entry(now, level, message.substring(start, end)));
      start = end;
    }
  }

  private LogEntry entry(Instant now, LogLevel level, String message) {
    return owner.line(now, level, message);
  }

  private static LogLevel levelOf(Level level) {
    return switch (level) {
      case TRACE -> LogLevel.TRACE;
      case DEBUG -> LogLevel.DEBUG;
      case INFO -> LogLevel.INFO;
      case WARN -> LogLevel.WARN;
      case ERROR -> LogLevel.ERROR;
    };
  }
}
