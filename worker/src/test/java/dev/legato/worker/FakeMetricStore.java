package dev.legato.worker;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.log.MetricEntry;
import dev.legato.storage.MetricStore;
import java.util.ArrayList;
import java.util.List;

/** Keeps figures in memory. */
final class FakeMetricStore implements MetricStore {
  private final List<MetricEntry> entries = new ArrayList<>();

  @Override
  public synchronized void append(List<MetricEntry> added) {
    entries.addAll(added);
  }

  @Override
  public synchronized List<MetricEntry> find(ExecutionId execution) {
    return entries.stream().filter(entry -> entry.execution().equals(execution)).toList();
  }

  @Override
  public int delete(ExecutionId execution) {
    throw new UnsupportedOperationException();
  }
}
