package dev.legato.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.storage.StorageException;
import dev.legato.storage.file.MissingFileException;
import dev.legato.storage.file.SafePath;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Someone else puts links and rubbish into the directory of the storage. */
final class HostileDirectoryTest {
  private static final int SWAPS = 10_000;
  private static final SafePath FILE = SafePath.parse("a/b");

  @TempDir Path directory;
  private Path files;
  private Path outside;
  private LocalFileStore store;

  @BeforeEach
  void open() throws IOException {
    store = LocalFileStore.open(directory.resolve("storage"));
    files = directory.resolve("storage/files");
    outside = Files.createDirectory(directory.resolve("outside"));
    Files.writeString(outside.resolve("b"), "secret");
  }

  @AfterEach
  void nothingOutsideHasChanged() throws IOException {
    store.close();
    try (var names = Files.list(outside)) {
      assertThat(names.map(path -> path.getFileName().toString())).containsExactly("b");
    }
    assertThat(outside.resolve("b")).hasContent("secret");
  }

  private void put(SafePath path, String text) throws IOException {
    store.put(path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private String read(SafePath path) throws IOException {
    try (InputStream content = store.open(path)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void aLinkToAFolderIsNoFolder() throws IOException {
    Files.createSymbolicLink(files.resolve("a"), outside);

    assertThatThrownBy(() -> store.open(FILE)).isInstanceOf(MissingFileException.class);
    assertThatThrownBy(() -> put(FILE, "x")).isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> put(SafePath.parse("a/c"), "x")).isInstanceOf(StorageException.class);
    assertThatThrownBy(() -> store.makeFolder(SafePath.parse("a/c")))
        .isInstanceOf(StorageException.class);
    assertThat(store.delete(FILE)).isFalse();
    assertThat(store.find(FILE)).isEmpty();
    assertThat(store.find(SafePath.of("a"))).isEmpty();
    assertThat(store.list(SafePath.of("a"))).isEmpty();
    assertThat(store.list(SafePath.TOP)).isEmpty();
    assertThat(store.listBelow(SafePath.TOP, Optional.empty(), 10)).isEmpty();
    assertThat(store.deleteBelow(SafePath.of("a"), 10)).isZero();
  }

  @Test
  void aLinkToAFileIsNoFileAndIsReplacedNotWrittenThrough() throws IOException {
    Files.createDirectory(files.resolve("a"));
    Files.createSymbolicLink(files.resolve("a/b"), outside.resolve("b"));

    assertThatThrownBy(() -> store.open(FILE)).isInstanceOf(MissingFileException.class);
    assertThat(store.find(FILE)).isEmpty();
    assertThatThrownBy(() -> store.move(FILE, SafePath.of("c")))
        .isInstanceOf(MissingFileException.class);

    put(FILE, "mine");

    assertThat(read(FILE)).isEqualTo("mine");
    assertThat(files.resolve("a/b")).isRegularFile();
  }

  @Test
  void linksAreDeletedAndNotFollowed() throws IOException {
    Files.createDirectories(files.resolve("a/c"));
    Files.createSymbolicLink(files.resolve("a/link"), outside);
    Files.createSymbolicLink(files.resolve("a/c/link"), outside.resolve("b"));
    Files.createSymbolicLink(files.resolve("a/c/loop"), files.resolve("a"));

    assertThat(store.deleteBelow(SafePath.of("a"), 10)).isEqualTo(3);

    assertThat(files.resolve("a")).doesNotExist();
  }

  @Test
  void aFolderThatIsOpenStaysTheSameWhenALinkTakesItsPlace() throws IOException {
    put(FILE, "inside");
    try (Folder top = Folder.open(files);
        Folder folder = top.open("a")) {
      assertThat(folder).isInstanceOf(HandleFolder.class);
      Files.move(files.resolve("a"), files.resolve("aside"));
      Files.createSymbolicLink(files.resolve("a"), outside);

      try (var file = folder.openFile("b", Set.of(StandardOpenOption.READ))) {
        assertThat(Channels.newInputStream(file)).hasContent("inside");
      }
      folder.deleteFile("b");
    }
    assertThat(files.resolve("aside")).isEmptyDirectory();
  }

  @Test
  void whatIsSwappedBetweenTwoStepsOpensNothingOutside() throws IOException {
    put(FILE, "inside");
    Path folder = files.resolve("a");
    Path link = Files.createSymbolicLink(directory.resolve("link"), outside);
    var done = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var swapper = CompletableFuture.runAsync(() -> swap(folder, link, done), threads);
      int met = 0;
      for (int i = 0; i < SWAPS; i++) {
        met += readAndWrite(i) ? 0 : 1;
      }
      done.set(true);
      swapper.join();
      assertThat(met).as("tries that met the link").isPositive();
    }
  }

  private boolean readAndWrite(int i) throws IOException {
    try {
      assertThat(read(FILE)).isNotEqualTo("secret");
      if (i % 10 == 0) {
        put(FILE, "inside");
      }
      store.delete(SafePath.parse("a/c"));
      store.list(SafePath.of("a"));
      return true;
    } catch (StorageException linkInTheWay) {
      assertThat(linkInTheWay).hasMessageContaining("/a");
      return false;
    }
  }

  /** Puts a link in the place of a folder and takes it away again. */
  private static void swap(Path folder, Path link, AtomicBoolean done) {
    Path aside = folder.resolveSibling("aside");
    while (!done.get()) {
      try {
        Files.move(folder, aside, StandardCopyOption.ATOMIC_MOVE);
        Files.move(link, folder, StandardCopyOption.ATOMIC_MOVE);
        Files.move(folder, link, StandardCopyOption.ATOMIC_MOVE);
        Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
      } catch (AtomicMoveNotSupportedException e) {
        throw new AssertionError(e);
      } catch (IOException storeHasMadeAFolderMeanwhile) {
        putBack(folder, aside, link);
      }
    }
  }

  private static void putBack(Path folder, Path aside, Path link) {
    try {
      if (!Files.isSymbolicLink(link) && Files.isSymbolicLink(folder)) {
        Files.move(folder, link, StandardCopyOption.ATOMIC_MOVE);
      }
      if (Files.isDirectory(aside)) {
        try (var made = Files.newDirectoryStream(aside)) {
          for (Path file : made) {
            Files.delete(file);
          }
        }
        Files.delete(aside);
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void namesThatTheStorageCannotHaveMadeAreNotListedButGoWithTheirFolder() throws IOException {
    put(FILE, "x");
    Files.writeString(files.resolve("a/wrong:name"), "x");
    Files.writeString(files.resolve("a/trailing."), "x");

    assertThat(store.list(SafePath.of("a"))).hasSize(1);
    assertThat(store.listBelow(SafePath.TOP, Optional.empty(), 10)).hasSize(1);
    assertThat(store.deleteBelow(SafePath.of("a"), 10)).isEqualTo(3);
    assertThat(files.resolve("a")).doesNotExist();
  }

  @Test
  void nobodyElseMayLookIntoTheStorage() throws IOException {
    for (Path folder : List.of(files, directory.resolve("storage/incoming"))) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
          .isEqualTo("rwx------");
    }
  }
}
