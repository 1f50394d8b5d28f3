package dev.legato.storage;

/** What triggers can be searched and sorted by. */
public enum TriggerField {
  NAMESPACE,
  FLOW_ID,
  TRIGGER_ID,
  KIND,
  DISABLED,
  /** Whether it waits for an execution or a worker. */
  LOCKED,
  NEXT_DATE,
  LAST_DATE,
  LAST_FIRED,
  EXECUTION_ID,
  WORKER_ID,
  UPDATED_AT,
  /** Free text over namespace, flow and trigger. */
  QUERY
}
