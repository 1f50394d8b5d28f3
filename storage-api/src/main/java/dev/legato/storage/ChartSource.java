package dev.legato.storage;

/** What there are figures about. */
public enum ChartSource {
  EXECUTIONS,
  LOGS,
  METRICS,
  TRIGGERS,
  /** The newest revisions of flows that are not removed. */
  FLOWS
}
