package dev.legato.orchestrator.trigger;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.flow.Trigger;
import dev.legato.model.log.LogEntry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes what people read in the logs of triggers. */
final class TriggerLines {
  private static final String PART = "scheduler";

  private final Consumer<List<LogEntry>> log;
  private final InstantSource clock;

  /**
   * @param log takes lines that are to be kept
   */
  TriggerLines(Consumer<List<LogEntry>> log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /** Writes a line of a trigger, see {@link #line}. */
  void write(
      FlowId flow,
      Trigger trigger,
      @Nullable ExecutionId execution,
      LogLevel level,
      String message) {
    write(line(flow, trigger, execution, level, message).stream().toList());
  }

  /** Writes lines in one go. */
  void write(List<LogEntry> entries) {
    if (!entries.isEmpty()) {
      log.accept(entries);
    }
  }

  /**
   * A line of a trigger.
   *
   * @param execution that it is about; absent when there is none
   * @return empty when the trigger does not want lines of this level
   */
  Optional<LogEntry> line(
      FlowId flow,
      Trigger trigger,
      @Nullable ExecutionId execution,
      LogLevel level,
      String message) {
    return level.isAtLeast(trigger.logLevel())
        ? Optional.of(
            new LogEntry(
                flow,
                execution,
                null,
                null,
                null,
                trigger.id(),
                clock.instant(),
                level,
                PART,
                message))
        : Optional.empty();
  }
}
