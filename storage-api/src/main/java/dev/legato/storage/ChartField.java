package dev.legato.storage;

/** What rows of all sources have; each source has some of them. */
public enum ChartField {
  ID,
  NAMESPACE,
  FLOW_ID,
  FLOW_REVISION,
  STATE,
  /** Until the end, or until now. */
  DURATION,
  /** Needs the key of a label. */
  LABELS,
  START_DATE,
  END_DATE,
  TRIGGER_EXECUTION_ID,
  EXECUTION_ID,
  TASK_ID,
  TASK_RUN_ID,
  TRIGGER_ID,
  ATTEMPT_NUMBER,
  /** When a line was written or a figure reported. */
  DATE,
  LEVEL,
  MESSAGE,
  TYPE,
  NAME,
  VALUE,
  NEXT_EXECUTION_DATE,
  WORKER_ID,
  REVISION
}
