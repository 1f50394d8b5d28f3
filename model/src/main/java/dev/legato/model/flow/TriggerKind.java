package dev.legato.model.flow;

/** How it is found out that a trigger has to fire. */
public enum TriggerKind {
  /** It is due at certain instants. */
  SCHEDULE,
  /** A worker asks something outside every now and then. */
  POLLING,
  /** A worker listens to something outside all the time. */
  REALTIME,
  /** Somebody calls its address. */
  WEBHOOK,
  /** An assistant calls it as a tool. */
  MCP_TOOL,
  /** Executions of other flows change. */
  FLOW;

  /** Whether it has to be looked at when an instant comes. */
  public boolean isTimed() {
    return this == SCHEDULE || this == POLLING || this == REALTIME;
  }
}
