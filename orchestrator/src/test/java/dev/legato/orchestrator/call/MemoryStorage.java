package dev.legato.orchestrator.call;

import dev.legato.orchestrator.expression.MemoryLogs;
import dev.legato.orchestrator.shard.MemoryStore;
import dev.legato.storage.ChartStore;
import dev.legato.storage.DashboardStore;
import dev.legato.storage.FlowStore;
import dev.legato.storage.KeyValueStore;
import dev.legato.storage.LogStore;
import dev.legato.storage.MetricStore;
import dev.legato.storage.NamespaceStore;
import dev.legato.storage.SecretStore;
import dev.legato.storage.Storage;
import dev.legato.storage.TemplateStore;
import dev.legato.storage.TriggerStore;

/** Executions that outlive their server, and nothing else. */
final class MemoryStorage implements Storage {
  private final MemoryStore executions = new MemoryStore();

  @Override
  public MemoryStore executions() {
    return executions;
  }

  @Override
  public LogStore logs() {
    return new MemoryLogs();
  }

  @Override
  public FlowStore flows() {
    throw notNeeded();
  }

  @Override
  public MetricStore metrics() {
    throw notNeeded();
  }

  @Override
  public KeyValueStore keyValues() {
    throw notNeeded();
  }

  @Override
  public TemplateStore templates() {
    throw notNeeded();
  }

  @Override
  public TriggerStore triggers() {
    throw notNeeded();
  }

  @Override
  public SecretStore secrets() {
    throw notNeeded();
  }

  @Override
  public NamespaceStore namespaces() {
    throw notNeeded();
  }

  @Override
  public ChartStore charts() {
    throw notNeeded();
  }

  @Override
  public DashboardStore dashboards() {
    throw notNeeded();
  }

  @Override
  public boolean wasClosed() {
    return true;
  }

  @Override
  public void close() {}

  private static UnsupportedOperationException notNeeded() {
    return new UnsupportedOperationException("Calls do not need this");
  }
}
