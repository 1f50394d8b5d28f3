package dev.legato.gcs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.storage.StorageException;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.object.ObjectFileStore;
import dev.legato.testkit.contract.FileStoreContract;
import dev.legato.testkit.contract.NamespaceFilesContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GcsFileStoreTest implements FileStoreContract, NamespaceFilesContract {
  @TempDir Path temporary;
  private FakeGcs gcs;
  private FileStore store;

  @BeforeEach
  void open() throws IOException {
    gcs = new FakeGcs();
    store = new ObjectFileStore(GcsBucket.open(config(FakeGcs.BUCKET)), "/legato/", temporary);
  }

  private GcsConfig config(String bucket) {
    return new GcsConfig(bucket, "project", null, gcs.endpoint());
  }

  @AfterEach
  void close() {
    store.close();
    gcs.close();
    assertThat(temporary).isEmptyDirectory();
  }

  @Override
  public FileStore store() {
    return store;
  }

  @Test
  void aBucketThatIsNotThereIsToldAtOnce() {
    assertThatThrownBy(() -> GcsBucket.open(config("other")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("bucket 'other'");
  }

  @Test
  void aKeyThatIsNoneIsToldWithoutShowingIt() {
    var config = new GcsConfig("b", null, "{\"private_key\": \"hunter2\"}", gcs.endpoint());

    assertThatThrownBy(() -> GcsBucket.open(config))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("no usable credentials")
        .hasMessageNotContaining("hunter2");
    assertThat(config.toString()).doesNotContain("hunter2");
  }
}
