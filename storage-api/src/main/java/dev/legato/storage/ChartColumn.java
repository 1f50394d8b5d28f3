package dev.legato.storage;

import org.jspecify.annotations.Nullable;

/**
 * A column of the answer. Rows that are the same in all columns without an aggregate become one, if
 * there is an aggregate at all.
 *
 * @param field absent to count rows
 * @param key of the label, for {@link ChartField#LABELS}
 * @param bucket cuts a moment down to the beginning of its piece of time
 */
public record ChartColumn(
    @Nullable ChartField field,
    @Nullable String key,
    @Nullable Aggregate aggregate,
    @Nullable Bucket bucket) {
  /** How many values become one. */
  public enum Aggregate {
    COUNT,
    SUM,
    AVG,
    MIN,
    MAX
  }

  /** The field itself. */
  public static ChartColumn of(ChartField field) {
    return new ChartColumn(field, null, null, null);
  }

  /** The beginning of the piece of time that a moment is in. */
  public static ChartColumn of(ChartField field, Bucket bucket) {
    return new ChartColumn(field, null, null, bucket);
  }

  /** How many rows. */
  public static ChartColumn count() {
    return new ChartColumn(null, null, Aggregate.COUNT, null);
  }

  /** An aggregate of a field. */
  public static ChartColumn of(Aggregate aggregate, ChartField field) {
    return new ChartColumn(field, null, aggregate, null);
  }
}
