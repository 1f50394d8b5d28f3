package dev.legato.model.execution;

/** What an execution is for. */
public enum ExecutionKind {
  NORMAL,
  /** Tries a flow out; not shown unless asked for. */
  TEST,
  /** Tries single tasks out while a flow is written; not shown unless asked for. */
  PLAYGROUND
}
