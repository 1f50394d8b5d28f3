package dev.legato.s3;

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

final class S3FileStoreTest implements FileStoreContract, NamespaceFilesContract {
  @TempDir Path temporary;
  private FakeS3 s3;
  private FileStore store;

  @BeforeEach
  void open() throws IOException {
    s3 = new FakeS3();
    store = new ObjectFileStore(S3Bucket.open(config(FakeS3.BUCKET)), "/legato/", temporary);
  }

  private S3Config config(String bucket) {
    return new S3Config(bucket, null, s3.endpoint(), "key", "hunter2", true);
  }

  @AfterEach
  void close() {
    store.close();
    s3.close();
    assertThat(temporary).isEmptyDirectory();
  }

  @Override
  public FileStore store() {
    return store;
  }

  @Test
  void aBucketThatIsNotThereIsToldAtOnce() {
    assertThatThrownBy(() -> S3Bucket.open(config("other")))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining("bucket 'other'");
  }

  @Test
  void keysGoTogetherAndAreNotShown() {
    assertThatThrownBy(() -> new S3Config("b", null, null, "key", null, false))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(config("b").toString()).doesNotContain("hunter2");
  }
}
