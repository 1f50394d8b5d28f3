package dev.legato.storage;

/** What log lines can be searched and sorted by. */
public enum LogField {
  NAMESPACE,
  FLOW_ID,
  EXECUTION_ID,
  TASK_ID,
  TASK_RUN_ID,
  ATTEMPT,
  TRIGGER_ID,
  /** {@link Filter.Operator#EQUALS} means that level and above. */
  LEVEL,
  TIMESTAMP,
  /** Free text over the message. */
  QUERY
}
