package dev.legato.storage;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.log.LogEntry;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Log lines, in the order of writing within one execution. */
public interface LogStore {
  /**
   * Adds lines. Returns at once; they are durable before any commit that is asked for later, and
   * within a second in any case. Blocks while too much waits to be written.
   */
  void append(List<LogEntry> entries);

  /** Lines that match all filters. */
  Page<LogEntry> search(List<Filter<LogField>> filters, PageRequest<LogField> page);

  /** Hands over the lines of an execution in the order of writing, without holding them all. */
  void read(ExecutionId execution, List<Filter<LogField>> filters, Consumer<LogEntry> reader);

  /** Hands over the lines of all executions that match, in the order of writing, likewise. */
  void readAll(List<Filter<LogField>> filters, Consumer<LogEntry> reader);

  /**
   * Hands over the lines of an execution that were written after a position, in the order of
   * writing.
   *
   * @param position 0 for all, else what an earlier call returned
   * @return the position of the last line, or {@code position} when there is none after it
   */
  long readAfter(
      ExecutionId execution,
      long position,
      List<Filter<LogField>> filters,
      Consumer<LogEntry> reader);

  /**
   * Tells a listener which executions have new lines, each time after such lines became durable.
   * The listener is called on a thread of the store and must be quick.
   */
  void listen(Consumer<Set<ExecutionId>> listener);

  /** Removes lines of an execution that match all filters; returns how many. */
  int delete(ExecutionId execution, List<Filter<LogField>> filters);

  /**
   * Removes lines that match all filters, of any execution, a portion at a time, so that nobody
   * else waits long; returns how many.
   */
  int purge(List<Filter<LogField>> filters);
}
