package dev.legato.files;

import dev.legato.storage.file.FileStore;
import dev.legato.testkit.contract.FileStoreContract;
import dev.legato.testkit.contract.NamespaceFilesContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class LocalFileStoreTest implements FileStoreContract, NamespaceFilesContract {
  @TempDir Path directory;
  private LocalFileStore store;

  @BeforeEach
  void open() {
    store = LocalFileStore.open(directory.resolve("storage"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  public FileStore store() {
    return store;
  }
}
