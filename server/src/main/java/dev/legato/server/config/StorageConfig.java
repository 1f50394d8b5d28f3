package dev.legato.server.config;

import dev.legato.gcs.GcsConfig;
import dev.legato.s3.S3Config;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where internal storage is. */
public sealed interface StorageConfig {
  /** In the data directory. */
  StorageConfig DEFAULT = new Local(null);

  /**
   * In a directory.
   *
   * @param directory absent for one in the data directory
   */
  record Local(@Nullable Path directory) implements StorageConfig {}

  /**
   * In a bucket.
   *
   * @param folder that all keys begin with; empty for none
   */
  record S3(S3Config bucket, String folder) implements StorageConfig {}

  /**
   * In a bucket of Google Cloud Storage.
   *
   * @param folder that all keys begin with; empty for none
   */
  record Gcs(GcsConfig bucket, String folder) implements StorageConfig {}
}
