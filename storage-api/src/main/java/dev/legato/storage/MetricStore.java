package dev.legato.storage;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.log.MetricEntry;
import java.util.List;

/** Figures that tasks report. */
public interface MetricStore {
  /** Adds figures, with the same promise as {@link LogStore#append}. */
  void append(List<MetricEntry> entries);

  /** In the order of writing. */
  List<MetricEntry> find(ExecutionId execution);

  /** Removes the figures of an execution, a portion at a time; returns how many. */
  int delete(ExecutionId execution);
}
