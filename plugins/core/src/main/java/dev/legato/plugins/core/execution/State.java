package dev.legato.plugins.core.execution;

/** The states of an execution. */
public enum State {
  CREATED,
  QUEUED,
  RUNNING,
  PAUSED,
  RESTARTED,
  RETRYING,
  BREAKPOINT,
  KILLING,
  SUCCESS,
  WARNING,
  FAILED,
  KILLED,
  CANCELLED,
  RETRIED,
  SKIPPED
}
