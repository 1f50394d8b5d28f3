package dev.legato.testkit.contract;

import static dev.legato.testkit.contract.FileContentContract.path;
import static dev.legato.testkit.contract.FileContentContract.paths;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.storage.file.FileConflictException;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.MissingFileException;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.UnsafePathException;
import dev.legato.storage.namespace.FileRevision;
import dev.legato.storage.namespace.NamespaceFiles;
import dev.legato.storage.namespace.RevisionPurge;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that the flows of a namespace share, in any internal storage. */
public interface NamespaceFilesContract {
  /** The same store during one test, empty when the test starts. */
  FileStore store();

  private NamespaceFiles files() {
    return new NamespaceFiles(store());
  }

  private void write(String path, String text) {
    try {
      files().write("shop", path(path), content(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream content(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(InputStream content) throws IOException {
    try (content) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private List<Integer> numbers(String path) {
    return files().revisions("shop", path(path)).stream().map(FileRevision::number).toList();
  }

  @Test
  default void aNamespaceHasItsOwnFiles() throws IOException {
    write("queries/a.sql", "select 1");
    write("b.txt", "b");

    assertThat(text(files().open("shop", path("queries/a.sql")))).isEqualTo("select 1");
    assertThat(paths(files().all("shop", SafePath.TOP))).isEqualTo("/b.txt /queries/a.sql");
    assertThat(paths(files().list("shop", SafePath.TOP))).isEqualTo("/b.txt /queries");
    assertThat(paths(files().search("shop", "QUERIES/A"))).isEqualTo("/queries/a.sql");
    assertThat(files().find("shop", path("queries/a.sql")).map(FileEntry::size)).contains(8L);
    assertThat(files().all("shop.eu", SafePath.TOP)).isEmpty();
    assertThatThrownBy(() -> files().open("shop.eu", path("b.txt")))
        .isInstanceOf(MissingFileException.class);
  }

  @Test
  default void whatAFileHasHeldStaysAsAnOlderRevision() throws IOException {
    write("a", "one");
    write("a", "two");
    write("a", "two"); // nothing new
    write("a", "three");

    assertThat(numbers("a")).containsExactly(1, 2, 3);
    assertThat(text(files().open("shop", path("a"), 1))).isEqualTo("one");
    assertThat(text(files().open("shop", path("a"), 2))).isEqualTo("two");
    assertThat(text(files().open("shop", path("a"), 3))).isEqualTo("three");
    assertThatThrownBy(() -> files().open("shop", path("a"), 4))
        .isInstanceOf(MissingFileException.class);
    assertThat(paths(files().all("shop", SafePath.TOP))).isEqualTo("/a");
  }

  @Test
  default void aNewFileNeverReplacesOne() throws IOException {
    assertThat(files().writeNew("shop", path("a"), content("one"))).isTrue();
    assertThat(files().writeNew("shop", path("a"), content("two"))).isFalse();

    assertThat(text(files().open("shop", path("a")))).isEqualTo("one");
    assertThat(numbers("a")).containsExactly(1);
  }

  @Test
  default void revisionsMoveWithTheirFile() throws IOException {
    write("x/a", "one");
    write("x/a", "two");
    write("taken", "x");

    files().move("shop", path("x"), path("y"));

    assertThat(numbers("x/a")).isEmpty();
    assertThat(text(files().open("shop", path("y/a"), 1))).isEqualTo("one");
    assertThatThrownBy(() -> files().move("shop", path("y/a"), path("taken")))
        .isInstanceOf(FileConflictException.class);
    assertThatThrownBy(() -> files().move("shop", path("none"), path("z")))
        .isInstanceOf(MissingFileException.class);
  }

  @Test
  default void aFileThatIsDeletedIsForgotten() throws IOException {
    write("a", "one");
    write("a", "two");

    assertThat(files().delete("shop", path("a"))).isTrue();
    assertThat(files().delete("shop", path("a"))).isFalse();

    write("a/1", "in a folder of that name");
    write("a/1", "again");
    assertThat(numbers("a")).isEmpty();
    assertThat(numbers("a/1")).containsExactly(1, 2);
    assertThat(files().delete("shop", path("a"))).isTrue();
    assertThat(files().all("shop", SafePath.TOP)).isEmpty();
    assertThat(store().listBelow(SafePath.TOP, Optional.empty(), 10)).isEmpty();
  }

  @Test
  default void purgingKeepsThePresentContent() throws IOException {
    for (int i = 1; i <= 4; i++) {
      write("q/a.sql", "a" + i);
      write("b.txt", "b" + i);
    }
    var sql = new RevisionPurge(file -> file.name().endsWith(".sql"), Optional.empty(), 2);

    assertThat(files().purge("shop", sql)).isEqualTo(2);

    assertThat(numbers("q/a.sql")).containsExactly(3, 4);
    assertThat(numbers("b.txt")).containsExactly(1, 2, 3, 4);
    assertThat(files().purge("shop", new RevisionPurge(_ -> true, Optional.empty(), 1)))
        .isEqualTo(4);
    assertThat(text(files().open("shop", path("b.txt")))).isEqualTo("b4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"_flows/a.yml", "_flows", ""})
  default void someNamesAreNotForFiles(String path) {
    assertThatThrownBy(() -> write(path, "x")).isInstanceOf(UnsafePathException.class);
  }
}
