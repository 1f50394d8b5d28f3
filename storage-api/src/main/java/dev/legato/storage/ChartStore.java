package dev.legato.storage;

/** Counts and aggregates rows. */
public interface ChartStore {
  /**
   * Runs a query.
   *
   * @throws dev.legato.storage.InvalidSearchException when a field is none of its source, or cannot
   *     be compared or aggregated like that
   * @throws dev.legato.storage.StorageException when it takes too long
   */
  ChartRows run(ChartQuery query);
}
