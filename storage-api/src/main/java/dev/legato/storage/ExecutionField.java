package dev.legato.storage;

/** What executions can be searched and sorted by. */
public enum ExecutionField {
  ID,
  NAMESPACE,
  FLOW_ID,
  FLOW_REVISION,
  STATE,
  START_DATE,
  END_DATE,
  /**
   * IN with two instants: it started or it ended between them, both included. An empty text in
   * place of one is no bound.
   */
  START_OR_END_DATE,
  DURATION,
  /** The filter's key is the label's key. */
  LABELS,
  /** Id of the execution that started it as a subflow. */
  TRIGGER_EXECUTION_ID,
  PARENT_ID,
  /** What it is for, see {@link dev.legato.model.execution.ExecutionKind}. */
  KIND,
  /** Sequence of the task run of TRIGGER_EXECUTION_ID that started it. */
  CALLER_TASK_RUN,
  /** Which batch of that task run it works on, from 0. */
  CALLER_ITERATION,
  /** Free text over id, namespace and flow id. */
  QUERY
}
