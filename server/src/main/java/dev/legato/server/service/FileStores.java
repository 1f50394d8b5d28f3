package dev.legato.server.service;

import dev.legato.files.LocalFileStore;
import dev.legato.gcs.GcsBucket;
import dev.legato.gcs.GcsConfig;
import dev.legato.s3.S3Bucket;
import dev.legato.s3.S3Config;
import dev.legato.server.config.StorageConfig;
import dev.legato.server.config.StorageConfig.Gcs;
import dev.legato.server.config.StorageConfig.Local;
import dev.legato.server.config.StorageConfig.S3;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.object.ObjectFileStore;
import java.nio.file.Path;

/** Opens internal storage where the configuration says. */
public final class FileStores {
  private FileStores() {}

  /**
   * Opens it.
   *
   * @throws dev.legato.storage.StorageException when it cannot be reached
   */
  public static FileStore open(StorageConfig config, Path dataDirectory) {
    return switch (config) {
      case Local(var directory) ->
          LocalFileStore.open(directory == null ? dataDirectory.resolve("storage") : directory);
      case S3(S3Config bucket, String folder) ->
          new ObjectFileStore(S3Bucket.open(bucket), folder, dataDirectory.resolve("uploads"));
      case Gcs(GcsConfig bucket, String folder) ->
          new ObjectFileStore(GcsBucket.open(bucket), folder, dataDirectory.resolve("uploads"));
    };
  }
}
