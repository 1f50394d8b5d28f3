package dev.legato.orchestrator.trigger;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.flow.Trigger;
import dev.legato.model.log.LogEntry;
import dev.legato.storage.LogStore;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes what people read in the logs of triggers. */
final class TriggerLines {
  private static final String PART = "scheduler";

  private final LogStore store;
  private final InstantSource clock;

  TriggerLines(LogStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * A line of a trigger.
   *
   * @param execution that it is about; absent when there is none
   */
  void write(
      FlowId flow,
      Trigger trigger,
      @Nullable ExecutionId execution,
      LogLevel level,
      String message) {
    if (level.isAtLeast(trigger.logLevel())) {
      store.append(
          List.of(
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
                  message)));
    }
  }
}
