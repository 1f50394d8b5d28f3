package dev.legato.storage;

/** Someone else owns the shard now: drop everything held in memory for it. */
public final class StaleLeaseException extends StorageException {
  private static final long serialVersionUID = 1L;

  public StaleLeaseException(ShardLease lease) {
    super(
        "Shard %d has a newer owner than epoch %d; nothing was written"
            .formatted(lease.shard(), lease.epoch()));
  }
}
