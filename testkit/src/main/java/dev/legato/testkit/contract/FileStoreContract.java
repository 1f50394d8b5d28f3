package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.FileContentContract.path;
import static dev.legato.testkit.contract.FileContentContract.paths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.storage.file.FileConflictException;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.MissingFileException;
import dev.legato.storage.file.SafePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Internal storage: what files hold, and the folders that they are in. */
public interface FileStoreContract extends FileContentContract {
  @Test
  default void filesAndFoldersDoNotTakeEachOthersNames() throws IOException {
    put("a/b", "x");

    assertThatThrownBy(() -> put("a", "y")).isInstanceOf(FileConflictException.class);
    assertThatThrownBy(() -> put("a/b/c", "y")).isInstanceOf(FileConflictException.class);
    assertThatThrownBy(() -> put("/", "y")).isInstanceOf(FileConflictException.class);
    assertThatThrownBy(() -> store().makeFolder(path("a/b")))
        .isInstanceOf(FileConflictException.class);
    assertThat(read("a/b")).isEqualTo("x");
    assertThat(allFiles()).isEqualTo("/a/b");
  }

  @Test
  default void aFolderListsWhatIsDirectlyInItByName() {
    List.of("f/b", "f/a/x", "f/c/y", "f/A", "g/z").forEach(name -> put(name, "x"));

    assertThat(paths(store().list(path("f")))).isEqualTo("/f/A /f/a /f/b /f/c");
    assertThat(paths(store().list(SafePath.TOP))).isEqualTo("/f /g");
    assertThat(store().list(path("none"))).isEmpty();
    assertThat(store().list(path("f/b"))).isEmpty();
  }

  @Test
  default void filesBelowAFolderComeInPagesByPath() {
    List<String> all = new ArrayList<>();
    for (String name : List.of("f/a", "f/a-", "f/b/c/d", "f/b/e", "f/b0", "f/z")) {
      put(name, "x");
      all.add("/" + name);
    }
    put("g", "x");
    store().makeFolder(path("f/empty"));

    for (int limit = 1; limit <= all.size() + 1; limit++) {
      var found = new ArrayList<String>();
      Optional<SafePath> after = Optional.empty();
      List<FileEntry> page;
      do {
        page = store().listBelow(path("f"), after, limit);
        page.forEach(entry -> found.add(entry.path().toString()));
        after = page.isEmpty() ? after : Optional.of(page.getLast().path());
      } while (page.size() == limit);
      assertThat(found).as("pages of %d", limit).isEqualTo(all);
    }
    assertThat(store().listBelow(path("f"), Optional.of(path("f/b/d")), 1))
        .extracting(entry -> entry.path().toString())
        .containsExactly("/f/b/e");
    assertThat(store().listBelow(path("none"), Optional.empty(), 10)).isEmpty();
  }

  @Test
  default void aFolderCanBeEmpty() {
    store().makeFolder(path("a/b"));
    store().makeFolder(path("a/b"));

    assertThat(paths(store().list(path("a")))).isEqualTo("/a/b");
    assertThat(allFiles()).isEmpty();
  }

  @Test
  default void withItsLastFileAFolderGoes() {
    put("a/b/c/d", "x");
    put("a/e", "x");

    assertThat(store().delete(path("a/b/c/d"))).isTrue();

    assertThat(paths(store().list(path("a")))).isEqualTo("/a/e");
    assertThat(store().delete(path("a/e"))).isTrue();
    assertThat(store().list(SafePath.TOP)).isEmpty();
  }

  @Test
  default void aFolderIsDeletedAPortionAtATime() {
    IntStream.range(0, 25).forEach(i -> put("a/b/%d/%d".formatted(i % 3, i), "x"));
    put("a/bb", "x");

    assertThat(store().deleteBelow(path("a/b"), 10)).isEqualTo(10);
    assertThat(store().listBelow(path("a/b"), Optional.empty(), 100)).hasSize(15);
    assertThat(store().deleteBelow(path("a/b"), 10)).isEqualTo(10);
    assertThat(store().deleteBelow(path("a/b"), 10)).isEqualTo(5);
    assertThat(store().find(path("a/b"))).isEmpty();
    assertThat(store().deleteBelow(path("a/b"), 10)).isZero();
    assertThat(allFiles()).isEqualTo("/a/bb");
    assertThat(store().deleteBelow(path("a/bb"), 10)).as("a file is no folder").isZero();
    assertThat(store().deleteBelow(SafePath.TOP, 10)).isEqualTo(1);
    put("again", "x");
  }

  @Test
  default void aFileOrFolderMovesWithAllThatIsInIt() throws IOException {
    put("a/b/c", "1");
    put("a/b/d/e", "2");
    put("f", "3");

    store().move(path("a/b"), path("x/y"));
    store().move(path("f"), path("g"));

    assertThat(allFiles()).isEqualTo("/g /x/y/c /x/y/d/e");
    assertThat(read("x/y/d/e")).isEqualTo("2");
    assertThat(store().find(path("a"))).as("it has become empty").isEmpty();
  }

  @Test
  default void nothingIsOverwrittenByAMove() throws IOException {
    put("a", "1");
    put("b", "2");
    store().makeFolder(path("empty"));

    for (String taken : List.of("b", "empty", "a", "a/below")) {
      assertThatThrownBy(() -> store().move(path("a"), path(taken)))
          .isInstanceOf(FileConflictException.class);
    }
    assertThatThrownBy(() -> store().move(path("none"), path("c/d")))
        .isInstanceOf(MissingFileException.class);
    assertThat(read("a")).isEqualTo("1");
    assertThat(read("b")).isEqualTo("2");
    assertThat(store().find(path("c"))).isEmpty();
  }

  @Test
  default void manyWriteAndDeleteInTheSameFolders() throws IOException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writers =
          IntStream.range(0, 8)
              .mapToObj(i -> CompletableFuture.runAsync(() -> writeAndDelete(i), threads))
              .toList();
      writers.forEach(CompletableFuture::join);
    }
    assertThat(allFiles())
        .isEqualTo("/a/b/c/0 /a/b/c/1 /a/b/c/2 /a/b/c/3 /a/b/c/4 /a/b/c/5 /a/b/c/6 /a/b/c/7");
    for (int i = 0; i < 8; i++) {
      assertThat(read("a/b/c/" + i)).isEqualTo("round 19");
    }
  }

  private void writeAndDelete(int writer) {
    String name = "a/b/c/" + writer;
    for (int round = 0; round < 20; round++) {
      store().delete(path(name));
      put(name, "round " + round);
    }
  }
}
