package dev.legato.testkit.contract;

import dev.legato.storage.CommitBatch;
import dev.legato.storage.ShardLease;
import dev.legato.storage.Storage;
import java.util.concurrent.CompletionException;

/** What all suites have in common; a backend's test says how to get at a fresh storage. */
public interface StorageContract {
  /** The same storage during one test, empty when the test starts. */
  Storage storage();

  /** A lease of the shard that the samples use. */
  default ShardLease lease() {
    return storage().executions().acquire(0);
  }

  /** Commits and waits; a failure is thrown as the store reports it. */
  default void commit(CommitBatch batch) {
    try {
      storage().executions().commit(batch).join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw e;
    }
  }

  /** Returns when all that was appended before is durable. */
  default void flush() {
    commit(new Batch(lease()).build());
  }
}
