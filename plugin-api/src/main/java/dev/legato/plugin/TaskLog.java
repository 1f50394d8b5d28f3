package dev.legato.plugin;

import java.util.List;

/** Where a task writes lines for people. Warnings and errors do not change the task's outcome. */
public interface TaskLog {
  void log(Level level, String message);

  /** Writes lines in their order, which costs less than one after the other. */
  default void log(Level level, List<String> messages) {
    messages.forEach(message -> log(level, message));
  }

  default void debug(String message) {
    log(Level.DEBUG, message);
  }

  default void info(String message) {
    log(Level.INFO, message);
  }

  default void warn(String message) {
    log(Level.WARN, message);
  }

  default void error(String message) {
    log(Level.ERROR, message);
  }

  /** How important a line is, least first. */
  enum Level {
    TRACE,
    DEBUG,
    INFO,
    WARN,
    ERROR
  }
}
