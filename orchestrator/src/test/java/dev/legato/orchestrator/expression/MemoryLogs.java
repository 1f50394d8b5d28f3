package dev.legato.orchestrator.expression;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.log.LogEntry;
import dev.legato.storage.Filter;
import dev.legato.storage.LogField;
import dev.legato.storage.LogStore;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Remembers what was searched for and finds the newest of its lines. */
public final class MemoryLogs implements LogStore {
  final List<Filter<LogField>> asked = new ArrayList<>();
  private final List<LogEntry> lines = new ArrayList<>();

  @Override
  public void append(List<LogEntry> entries) {
    lines.addAll(entries);
  }

  @Override
  public Page<LogEntry> search(List<Filter<LogField>> filters, PageRequest<LogField> page) {
    asked.addAll(filters);
    List<LogEntry> newest = lines.reversed().stream().limit(page.size()).toList();
    return new Page<>(newest, lines.size());
  }

  @Override
  public void read(
      ExecutionId execution, List<Filter<LogField>> filters, Consumer<LogEntry> reader) {
    throw onlyForSearching();
  }

  @Override
  public void readAll(List<Filter<LogField>> filters, Consumer<LogEntry> reader) {
    throw onlyForSearching();
  }

  @Override
  public long readAfter(
      ExecutionId execution,
      long position,
      List<Filter<LogField>> filters,
      Consumer<LogEntry> reader) {
    throw onlyForSearching();
  }

  @Override
  public void listen(Consumer<Set<ExecutionId>> listener) {}

  @Override
  public int delete(ExecutionId execution, List<Filter<LogField>> filters) {
    throw onlyForSearching();
  }

  @Override
  public int purge(List<Filter<LogField>> filters) {
    throw onlyForSearching();
  }

  private static UnsupportedOperationException onlyForSearching() {
    return new UnsupportedOperationException("Expected logs only to be searched");
  }
}
