package dev.legato.rest.http;

/** What a caller must be allowed to do. The one configured user may do everything. */
public enum Access {
  /** Anybody; such routes tell nothing about what the server holds. */
  PUBLIC,
  /** Reads flows, executions, logs and figures. */
  READ,
  /** Starts, stops and removes executions and their logs. */
  RUN,
  /** Changes flows and key-values. Who may do this decides what code runs. */
  EDIT
}
