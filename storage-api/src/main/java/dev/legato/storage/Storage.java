package dev.legato.storage;

/** A backend: all ports over one place. */
public interface Storage extends AutoCloseable {
  ExecutionStore executions();

  FlowStore flows();

  LogStore logs();

  MetricStore metrics();

  KeyValueStore keyValues();

  TemplateStore templates();

  TriggerStore triggers();

  SecretStore secrets();

  NamespaceStore namespaces();

  ChartStore charts();

  DashboardStore dashboards();

  /**
   * Whether whoever used the place before let go of it with {@link #close}; if not, the process
   * that did has died. True for a new place.
   */
  boolean wasClosed();

  /** Makes durable what waits to be written, then lets go of the place. */
  @Override
  void close();
}
