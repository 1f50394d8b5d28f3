package dev.legato.server.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.files.LocalFileStore;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.file.NamespaceFileChoice;
import dev.legato.plugin.file.NamespaceFileChoice.IfExists;
import dev.legato.plugin.file.NamespaceFilePurge;
import dev.legato.storage.namespace.NamespaceFiles;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StoredNamespaceFilesTest {
  @TempDir Path directory;
  private final List<String> log = new ArrayList<>();
  private LocalFileStore store;
  private StoredNamespaceFiles files;
  private Path folder;

  @BeforeEach
  void open() throws IOException {
    store = LocalFileStore.open(directory.resolve("storage"));
    files =
        new StoredNamespaceFiles(
            new NamespaceFiles(store),
            () -> List.of("shop.eu.west"),
            "shop",
            (level, message) -> log.add(level + " " + message));
    folder = Files.createDirectory(directory.resolve("work"));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private void write(String namespace, String path, String text) throws Exception {
    files.write(
        namespace, path, new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), true);
  }

  private static NamespaceFileChoice choice(
      @Nullable List<String> include, @Nullable List<String> exclude, IfExists ifExists) {
    return new NamespaceFileChoice(true, include, exclude, null, ifExists, false);
  }

  @Test
  void theFilesThatAreChosenAreCopiedUnderTheirPaths() throws Exception {
    write("shop", "scripts/a.py", "a");
    write("shop", "scripts/test_a.py", "test");
    write("shop", "b.txt", "b");

    List<Path> written =
        files.copy(choice(List.of("*.py"), List.of("test_*"), IfExists.FAIL), folder);

    assertThat(written).containsExactly(folder.resolve("scripts/a.py"));
    assertThat(folder.resolve("scripts/a.py")).hasContent("a");
    assertThat(folder.resolve("b.txt")).doesNotExist();
    assertThat(files.copy(NamespaceFileChoice.ALL, folder)).hasSize(3);
  }

  @Test
  void aLaterNamespaceWinsUnlessEachHasItsFolder() throws Exception {
    write("shop", "a", "of shop");
    write("shop.eu", "a", "of shop.eu");
    var both = List.of("shop", "shop.eu");

    files.copy(new NamespaceFileChoice(true, null, null, both, IfExists.OVERWRITE, false), folder);
    files.copy(new NamespaceFileChoice(true, null, null, both, IfExists.FAIL, true), folder);

    assertThat(folder.resolve("a")).hasContent("of shop.eu");
    assertThat(folder.resolve("shop/a")).hasContent("of shop");
    assertThat(folder.resolve("shop.eu/a")).hasContent("of shop.eu");
  }

  @Test
  void nothingIsCopiedWhenItIsNotWanted() throws Exception {
    write("shop", "a", "x");

    assertThat(
            files.copy(
                new NamespaceFileChoice(false, null, null, null, IfExists.FAIL, false), folder))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(IfExists.class)
  void theTaskSaysWhatHappensToAFileThatIsThere(IfExists ifExists) throws Exception {
    write("shop", "a", "new");
    Files.writeString(folder.resolve("a"), "old");

    if (ifExists == IfExists.FAIL) {
      assertThatThrownBy(() -> files.copy(choice(null, null, ifExists), folder))
          .isInstanceOf(TaskFailure.class)
          .hasMessageContaining("/a");
    } else {
      files.copy(choice(null, null, ifExists), folder);
    }

    assertThat(folder.resolve("a")).hasContent(ifExists == IfExists.OVERWRITE ? "new" : "old");
    assertThat(log).hasSize(ifExists == IfExists.WARN ? 1 : 0);
  }

  @Test
  void linksInTheFolderAreNotFollowed() throws Exception {
    write("shop", "out/a", "x");
    write("shop", "b", "x");
    Path outside = Files.createDirectory(directory.resolve("outside"));
    Path victim = Files.writeString(outside.resolve("victim"), "untouched");
    Files.createSymbolicLink(folder.resolve("out"), outside);

    assertThatThrownBy(() -> files.copy(choice(List.of("a"), null, IfExists.OVERWRITE), folder))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("'out' is no folder");

    Files.createSymbolicLink(folder.resolve("b"), victim);
    files.copy(choice(List.of("b"), null, IfExists.OVERWRITE), folder);
    assertThat(victim).hasContent("untouched");
    assertThat(outside.resolve("a")).doesNotExist();
    assertThat(folder.resolve("b")).isRegularFile().hasContent("x");
  }

  @Test
  void purgingGoesThroughTheNamespacesThatAreMeant() throws Exception {
    for (String namespace : List.of("shop", "shop.eu", "other")) {
      write(namespace, "a", "1");
      write(namespace, "a", "2");
    }

    assertThat(files.purge(new NamespaceFilePurge(List.of("shop*"), true, "a", null, 1)))
        .isEqualTo(2);
    assertThat(files.purge(new NamespaceFilePurge(List.of("other"), false, null, null, 1)))
        .isEqualTo(1);
  }

  @Test
  void pathsThatLeadOutAreRefused() {
    assertThatThrownBy(() -> write("shop", "../a", "x")).isInstanceOf(TaskFailure.class);
    assertThatThrownBy(() -> files.read("shop", "a/../../b")).isInstanceOf(TaskFailure.class);
    assertThatThrownBy(() -> files.read("shop", "none"))
        .isInstanceOf(TaskFailure.class)
        .hasMessage("There is no file 'none' in the namespace 'shop'.");
    assertThatThrownBy(() -> files.find("shop", List.of("{")))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("no pattern");
  }
}
