package dev.legato.storage;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.flow.FlowId;
import dev.legato.model.log.MetricEntry;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Figures that tasks report. */
public interface MetricStore {
  /**
   * One figure over time.
   *
   * @param task that reports it; absent for all tasks of the flow
   * @param from the first moment
   * @param to the moment after the last one
   */
  record Series(FlowId flow, @Nullable String task, String name, Instant from, Instant to) {}

  /** Adds figures, with the same promise as {@link LogStore#append}. */
  void append(List<MetricEntry> entries);

  /** In the order of writing. */
  List<MetricEntry> find(ExecutionId execution);

  /**
   * Names of the figures of a flow, sorted.
   *
   * @param task that reports them; absent for all tasks of the flow
   */
  List<String> names(FlowId flow, @Nullable String task);

  /** Tasks of a flow that have reported figures, sorted. */
  List<String> tasks(FlowId flow);

  /** Hands over the figures of a series in the order of time, without holding them all. */
  void read(Series series, Consumer<MetricEntry> reader);
}
