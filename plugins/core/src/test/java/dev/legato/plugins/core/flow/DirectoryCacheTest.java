package dev.legato.plugins.core.flow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.plugins.core.FakeContext;
import dev.legato.plugins.core.FakeKeptFile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryCacheTest {
  private static final String FILES = "flow.WorkingDirectory$WorkingDirectoryFiles";
  private static final String OUTPUTS = "flow.WorkingDirectory$WorkingDirectoryOutputs";
  private static final Map<String, ?> CACHE =
      Map.of("cache", Map.of("patterns", List.of("packages/**"), "ttl", "PT1H"));

  @TempDir Path home;
  private Path first;
  private FakeContext before;

  @BeforeEach
  void aFolderWithPackages() throws Exception {
    first = Files.createDirectories(home.resolve("first"));
    before = new FakeContext(first);
    Files.createDirectories(first.resolve("packages/deep"));
    Files.writeString(first.resolve("packages/deep/a"), "one");
    Files.writeString(first.resolve("other"), "not kept");
    before.run(OUTPUTS, CACHE);
  }

  private FakeKeptFile kept() {
    return before.kept.values().iterator().next();
  }

  private FakeContext next() throws Exception {
    FakeContext after = new FakeContext(Files.createTempDirectory(home, "second"));
    after.kept.putAll(before.kept);
    after.run(FILES, CACHE);
    return after;
  }

  @Test
  void theNextExecutionFindsWhatMatches() throws Exception {
    Path second = next().workingDirectory();

    assertThat(second.resolve("packages/deep/a")).hasContent("one");
    assertThat(second.resolve("other")).doesNotExist();
  }

  @Test
  void theSameFilesAreNotWrittenAgain() throws Exception {
    before.run(OUTPUTS, CACHE);
    assertThat(kept().writes).isEqualTo(1);

    Files.writeString(first.resolve("packages/deep/a"), "two");
    before.run(OUTPUTS, CACHE);
    assertThat(kept().writes).isEqualTo(2);
  }

  @Test
  void whatIsTooOldIsNotReadAndIsWrittenAgain() throws Exception {
    kept().age = Duration.ofHours(2);

    assertThat(next().workingDirectory().resolve("packages")).doesNotExist();
    before.run(OUTPUTS, CACHE);
    assertThat(kept().writes).isEqualTo(2);
  }

  @Test
  void whatCannotBeReadIsToldAndHarmsNothing() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("../outside"));
      zip.write("x".getBytes(StandardCharsets.UTF_8));
    }
    kept().content = bytes.toByteArray();

    FakeContext after = next();

    assertThat(after.lines).anyMatch(line -> line.contains("The cache cannot be read"));
    assertThat(home.resolve("outside")).doesNotExist();
  }
}
