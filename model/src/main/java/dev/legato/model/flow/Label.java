package dev.legato.model.flow;

/** A key and a value that people attach to flows and executions to find them again. */
public record Label(String key, String value) {
  /** Only the engine may set labels whose key starts with this. */
  public static final String SYSTEM_PREFIX = "system.";

  /** Ties an execution to all the executions that it started. */
  public static final String CORRELATION_ID = "system.correlationId";

  public boolean isSystem() {
    return key.startsWith(SYSTEM_PREFIX);
  }
}
