package dev.legato.storage;

/** A backend: all ports over one place. */
public interface Storage extends AutoCloseable {
  ExecutionStore executions();

  FlowStore flows();

  LogStore logs();

  MetricStore metrics();

  /** Makes durable what waits to be written, then lets go of the place. */
  @Override
  void close();
}
