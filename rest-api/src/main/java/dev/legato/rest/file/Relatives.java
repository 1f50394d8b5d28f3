package dev.legato.rest.file;

import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.SafePath;
import java.util.List;
import java.util.Optional;

/**
 * Whose files an execution may show: its own, those of the executions that called it or that it
 * called, and those of the executions that it was replayed from, because outputs pass between them.
 */
final class Relatives {
  private static final String FOLDER = "executions";
  private static final int MAX_DEPTH = 64;

  private final ExecutionStore executions;

  Relatives(ExecutionStore executions) {
    this.executions = executions;
  }

  boolean mayRead(ExecutionRecord execution, SafePath path) {
    if (isOf(execution, path)) {
      return true;
    }
    return owner(path)
        .filter(owner -> isOf(owner, path))
        .filter(owner -> areRelated(owner, execution))
        .isPresent();
  }

  private static boolean isOf(ExecutionRecord execution, SafePath path) {
    return path.isIn(FileLayout.execution(execution.flow(), execution.id()));
  }

  private Optional<ExecutionRecord> owner(SafePath path) {
    List<String> names = path.names();
    for (int i = names.size() - 2; i >= 0; i--) {
      if (names.get(i).equals(FOLDER)) {
        Optional<ExecutionRecord> owner =
            executions.findRecord(new ExecutionId(names.get(i + 1))).filter(o -> isOf(o, path));
        if (owner.isPresent()) {
          return owner;
        }
      }
    }
    return Optional.empty();
  }

  private boolean areRelated(ExecutionRecord one, ExecutionRecord other) {
    return one.originalId().equals(other.originalId()) || calls(one, other) || calls(other, one);
  }

  /** Whether the first one has called the second one, or has called what called it. */
  private boolean calls(ExecutionRecord first, ExecutionRecord second) {
    Caller caller = second.caller();
    for (int depth = 0; caller != null && depth < MAX_DEPTH; depth++) {
      if (caller.execution().equals(first.id())) {
        return true;
      }
      caller = executions.findRecord(caller.execution()).map(ExecutionRecord::caller).orElse(null);
    }
    return false;
  }
}
