package dev.legato.server.service;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.log.LogEntry;
import dev.legato.plugin.Logs;
import dev.legato.plugin.log.LogLine;
import dev.legato.plugin.log.LogPurge;
import dev.legato.plugin.log.LogQuery;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.LogField;
import dev.legato.storage.LogStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What executions have logged, in the store of this process. */
final class StoredLogs implements Logs {
  private final LogStore store;

  StoredLogs(LogStore store) {
    this.store = store;
  }

  @Override
  public void read(LogQuery query, Reader reader) throws IOException {
    List<Filter<LogField>> filters = new ArrayList<>();
    filters.add(Filter.of(LogField.LEVEL, Operator.EQUALS, query.level()));
    if (!query.taskIds().isEmpty()) {
      filters.add(new Filter<>(LogField.TASK_ID, Operator.IN, query.taskIds(), null));
    }
    try {
      store.read(
          new ExecutionId(query.executionId()),
          filters,
          entry -> {
            try {
              reader.read(line(entry));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw Objects.requireNonNull(e.getCause());
    }
  }

  private static LogLine line(LogEntry entry) {
    return new LogLine(
        entry.flow().namespace(),
        entry.flow().id(),
        entry.execution() == null ? "" : entry.execution().value(),
        entry.taskId(),
        entry.taskRunId(),
        entry.attempt(),
        entry.timestamp(),
        entry.level().name(),
        entry.thread(),
        entry.message());
  }

  @Override
  public long purge(LogPurge purge) {
    List<Filter<LogField>> filters = new ArrayList<>();
    filters.add(Filter.of(LogField.TIMESTAMP, Operator.LESS_THAN, purge.before().toString()));
    if (purge.namespace() != null) {
      filters.add(Filter.of(LogField.NAMESPACE, Operator.PREFIX, purge.namespace()));
    }
    if (purge.flowId() != null) {
      filters.add(Filter.of(LogField.FLOW_ID, Operator.EQUALS, purge.flowId()));
    }
    if (purge.after() != null) {
      filters.add(
          Filter.of(
              LogField.TIMESTAMP, Operator.GREATER_THAN_OR_EQUAL_TO, purge.after().toString()));
    }
    if (!purge.levels().isEmpty()) {
      filters.add(new Filter<>(LogField.LEVEL, Operator.IN, purge.levels(), null));
    }
    return store.purge(filters);
  }
}
