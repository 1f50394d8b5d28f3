package dev.legato.server.service;

import dev.legato.model.execution.ExecutionId;
import dev.legato.storage.Removal;
import java.util.List;

/** Removes executions that are over. */
@FunctionalInterface
public interface ExecutionRemoval {
  /** Removes what belongs to these executions; those that are not over stay as they are. */
  Removal.Count remove(List<ExecutionId> executions, Removal removal);
}
