package dev.legato.storage;

import dev.legato.storage.Filter.Operator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A condition on rows. */
public sealed interface ChartFilter {
  /** Compares a field. */
  record Compared(Filter<ChartField> filter) implements ChartFilter {}

  /**
   * Whether a field has a value.
   *
   * @param key of the label, for {@link ChartField#LABELS}
   */
  record Present(ChartField field, @Nullable String key, boolean wanted) implements ChartFilter {}

  /** A condition of a search, for {@link ChartSource#EXECUTIONS}. */
  record OfExecutions(Filter<ExecutionField> filter) implements ChartFilter {}

  /** A condition of a search, for {@link ChartSource#LOGS}. */
  record OfLogs(Filter<LogField> filter) implements ChartFilter {}

  /** Whether one of several conditions holds; at least one. */
  record AnyOf(List<ChartFilter> filters) implements ChartFilter {}

  /** Compares a field that is no map. */
  static ChartFilter of(ChartField field, Operator operator, String... values) {
    return new Compared(Filter.of(field, operator, values));
  }
}
