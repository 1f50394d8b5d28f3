package dev.legato.model.flow;

/** A key and a value that people attach to flows and executions to find them again. */
public record Label(String key, String value) {
  /** Only the engine may set labels whose key starts with this. */
  public static final String SYSTEM_PREFIX = "system.";

  /** Ties an execution to all the executions that it started. */
  public static final String CORRELATION_ID = "system.correlationId";

  /** What made an execution that nobody started by hand. */
  public static final String FROM = "system.from";

  /** On which MCP server an execution was called as a tool. */
  public static final String MCP_SERVER = "system.mcpServerId";

  /** In which session of an MCP client. */
  public static final String MCP_SESSION = "system.mcpSessionId";

  public boolean isSystem() {
    return key.startsWith(SYSTEM_PREFIX);
  }
}
