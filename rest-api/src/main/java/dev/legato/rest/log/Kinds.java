package dev.legato.rest.log;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionKind;
import dev.legato.model.log.LogEntry;
import dev.legato.storage.ExecutionStore;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the executions of some lines are for; each is looked up once. For one thread. */
final class Kinds {
  private final ExecutionStore executions;
  private final Map<ExecutionId, ExecutionKind> known = new HashMap<>();

  Kinds(ExecutionStore executions) {
    this.executions = executions;
  }

  LogView view(LogEntry entry) {
    ExecutionId execution = entry.execution();
    return LogView.of(entry, execution == null ? null : of(execution));
  }

  /** Absent for a normal execution, as clients expect, and for one that is gone. */
  private @Nullable ExecutionKind of(ExecutionId execution) {
    ExecutionKind kind =
        known.computeIfAbsent(
            execution,
            id ->
                executions.findRecord(id).map(found -> found.kind()).orElse(ExecutionKind.NORMAL));
    return kind == ExecutionKind.NORMAL ? null : kind;
  }
}
