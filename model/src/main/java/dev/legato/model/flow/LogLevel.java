package dev.legato.model.flow;

/** How important a line is, least first. */
public enum LogLevel {
  TRACE,
  DEBUG,
  INFO,
  WARN,
  ERROR;

  public boolean isAtLeast(LogLevel other) {
    return compareTo(other) >= 0;
  }
}
