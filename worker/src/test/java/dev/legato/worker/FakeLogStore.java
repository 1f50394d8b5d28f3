package dev.legato.worker;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.log.LogEntry;
import dev.legato.storage.Filter;
import dev.legato.storage.LogField;
import dev.legato.storage.LogStore;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Keeps lines in memory; can be broken. Searching is not part of it. */
final class FakeLogStore implements LogStore {
  private final List<LogEntry> entries = new ArrayList<>();
  private boolean broken;

  synchronized void breakDown() {
    broken = true;
  }

  /** All lines as "LEVEL message". */
  synchronized List<String> lines() {
    return entries.stream().map(entry -> entry.level() + " " + entry.message()).toList();
  }

  synchronized List<LogEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public synchronized void append(List<LogEntry> added) {
    if (broken) {
      throw new StorageException("disk full");
    }
    entries.addAll(added);
  }

  @Override
  public Page<LogEntry> search(List<Filter<LogField>> filters, PageRequest<LogField> page) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void read(
      ExecutionId execution, List<Filter<LogField>> filters, Consumer<LogEntry> reader) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void readAll(List<Filter<LogField>> filters, Consumer<LogEntry> reader) {
    throw new UnsupportedOperationException();
  }

  @Override
  public long readAfter(
      ExecutionId execution,
      long position,
      List<Filter<LogField>> filters,
      Consumer<LogEntry> reader) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void listen(Consumer<Set<ExecutionId>> listener) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int delete(ExecutionId execution, List<Filter<LogField>> filters) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int purge(List<Filter<LogField>> filters) {
    throw new UnsupportedOperationException();
  }
}
