package dev.legato.worker;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.log.MetricEntry;
import dev.legato.storage.MetricStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

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
  public synchronized List<String> names(FlowId flow, @Nullable String task) {
    return entries.stream().map(MetricEntry::name).distinct().sorted().toList();
  }

  @Override
  public synchronized List<String> tasks(FlowId flow) {
    return entries.stream().map(MetricEntry::taskId).distinct().sorted().toList();
  }

  @Override
  public synchronized void read(Series series, Consumer<MetricEntry> reader) {
    entries.stream().filter(entry -> entry.name().equals(series.name())).forEach(reader);
  }
}
