package dev.legato.plugins.core.namespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.file.NamespaceFilePurge;
import dev.legato.plugins.core.FakeContext;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tasks about files of namespaces. */
class NamespaceFileTasksTest {
  @TempDir private Path folder;
  private FakeContext context;

  @BeforeEach
  void context() {
    context = new FakeContext(folder);
  }

  @Test
  void uploadTakesFilesOfTheWorkingDirectoryByPattern() throws Exception {
    Files.createDirectories(folder.resolve("out"));
    Files.writeString(folder.resolve("out/a.csv"), "a");
    Files.writeString(folder.resolve("b.csv"), "b");
    Files.writeString(folder.resolve("c.txt"), "c");
    Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("c.txt"));

    var result =
        (UploadFiles.Result)
            context.run(
                "namespace.UploadFiles",
                Map.of("namespace", "shop", "files", List.of("*.csv"), "destination", "r"));

    assertThat(context.shared.contents)
        .isEqualTo(Map.of("shop:r/b.csv", "b", "shop:r/out/a.csv", "a"));
    assertThat(result.files())
        .containsEntry("r/b.csv", URI.create("nsfile://shop/r/b.csv"))
        .hasSize(2);
  }

  @Test
  void uploadTakesStoredFilesByAddressAndSkipsThoseThatAreMissing() throws Exception {
    URI stored = context.storage.store("x", "content");

    context.run(
        "namespace.UploadFiles",
        Map.of("filesMap", Map.of("/q/a.sql", stored.toString(), "none.sql", "")));
    context.run(
        "namespace.UploadFiles", Map.of("filesMap", "{\"b.sql\": \"%s\"}".formatted(stored)));

    assertThat(context.shared.contents)
        .isEqualTo(Map.of("shop.eu:q/a.sql", "content", "shop.eu:b.sql", "content"));
  }

  @Test
  void aConflictFailsIsSkippedOrOverwrites() throws Exception {
    URI stored = context.storage.store("x", "new");
    context.shared.contents.put("shop.eu:a", "old");
    Map<String, String> files = Map.of("a", stored.toString());

    assertThatThrownBy(
            () ->
                context.run(
                    "namespace.UploadFiles", Map.of("filesMap", files, "conflict", "ERROR")))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("'a' exists in the namespace 'shop.eu'");
    context.run("namespace.UploadFiles", Map.of("filesMap", files, "conflict", "SKIP"));
    assertThat(context.shared.contents).containsValue("old");
    context.run("namespace.UploadFiles", Map.of("filesMap", files));
    assertThat(context.shared.contents).containsValue("new");
  }

  @Test
  void uploadWithoutFilesFails() {
    assertThatThrownBy(() -> context.run("namespace.UploadFiles", Map.of("namespace", "shop")))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("give 'files' or 'filesMap'");
  }

  @Test
  void downloadCopiesWhatMatches() throws Exception {
    context.shared.contents.put("shop:q/a.sql", "a");
    context.shared.contents.put("shop:q/b.txt", "b");

    var result =
        (DownloadFiles.Result)
            context.run(
                "namespace.DownloadFiles",
                Map.of("namespace", "shop", "files", "*.sql", "destination", "in/"));

    assertThat(result.files()).containsOnlyKeys("in/q/a.sql");
    assertThat(context.storage.read(result.files().get("in/q/a.sql"))).hasContent("a");
    assertThat(context.counts).containsEntry("downloaded", 1.0);
  }

  @Test
  void downloadNeedsNoDestination() throws Exception {
    context.shared.contents.put("shop:q/a.sql", "a");

    var result =
        (DownloadFiles.Result)
            context.run("namespace.DownloadFiles", Map.of("namespace", "shop", "files", "q/a.sql"));

    assertThat(result.files()).containsOnlyKeys("q/a.sql");
  }

  @Test
  void deleteRemovesWhatMatchesAnyPattern() throws Exception {
    context.shared.contents.put("shop:a.sql", "a");
    context.shared.contents.put("shop:b.csv", "b");
    context.shared.contents.put("shop:c.txt", "c");

    var result =
        (DeleteFiles.Result)
            context.run(
                "namespace.DeleteFiles",
                Map.of("namespace", "shop", "files", List.of("*.sql", "*.csv")));

    assertThat(result.files()).containsExactly("a.sql", "b.csv");
    assertThat(context.shared.contents).containsOnlyKeys("shop:c.txt");
    assertThat(context.counts).containsEntry("deleted", 2.0);
  }

  @Test
  void purgeKeepsThePresentContentUnlessMoreIsAskedFor() throws Exception {
    context.run("namespace.PurgeFiles", Map.of());
    context.run(
        "namespace.PurgeFiles",
        Map.of(
            "namespacePattern",
            "shop*",
            "filePattern",
            "*.sql",
            "includeChildNamespaces",
            false,
            "behavior",
            Map.of("type", "version", "keepAmount", 5, "before", "2026-05-01T00:00:00Z")));

    assertThat(context.shared.purges)
        .containsExactly(
            new NamespaceFilePurge(List.of(), true, null, null, 1),
            new NamespaceFilePurge(
                List.of("shop*"), false, "*.sql", Instant.parse("2026-05-01T00:00:00Z"), 5));
    assertThatThrownBy(
            () -> context.run("namespace.PurgeFiles", Map.of("behavior", Map.of("type", "other"))))
        .isInstanceOf(TaskFailure.class)
        .hasMessageContaining("use 'version'");
  }
}
