package dev.legato.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.storage.StorageException;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.SafePath;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes die while they write. */
final class LeftoversTest {
  private static final int ROUNDS = 5;

  @TempDir Path directory;

  private Path incoming(String name) {
    return directory.resolve("incoming").resolve(name);
  }

  private static ByteArrayInputStream content(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void whatADeadProcessHasLeftBehindIsRemoved() throws IOException {
    LocalFileStore.open(directory).close();
    Files.writeString(incoming("1/u17"), "half of a file");
    Files.createDirectories(incoming("1/d18"));

    try (var store = LocalFileStore.open(directory)) {
      assertThat(incoming("1")).isEmptyDirectory();
      store.put(SafePath.of("a"), content("x"));
    }
    assertThat(incoming("1")).isEmptyDirectory();
  }

  @Test
  void whatALivingOneWritesStays() throws IOException {
    try (var first = LocalFileStore.open(directory)) {
      var reached = new ArrayList<Path>();
      try (InputStream slow = new WhileReading(() -> open(reached), "content")) {
        first.put(SafePath.of("a"), slow);
      }
      assertThat(reached).as("the second one opened meanwhile").hasSize(1);
      try (InputStream stored = first.open(SafePath.of("a"))) {
        assertThat(stored.readAllBytes()).asString().isEqualTo("content");
      }
    }
  }

  private void open(List<Path> reached) {
    try (var second = LocalFileStore.open(directory)) {
      reached.add(incoming("1/u1"));
      assertThat(incoming("1/u1")).exists();
      assertThat(incoming("2")).isEmptyDirectory();
      assertThat(second.list(SafePath.TOP)).isEmpty();
    }
  }

  @Test
  void aDirectoryThatIsAFileIsReported() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "x");

    assertThatThrownBy(() -> LocalFileStore.open(file))
        .isInstanceOf(StorageException.class)
        .hasMessageContaining(file.toString());
  }

  @Test
  void afterAKillEveryReportedFileIsWholeAndNothingElseIsLeft() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      List<String> reported = writeAndKill(round, 20 + 30 * round);
      try (var store = LocalFileStore.open(directory)) {
        var names = new ArrayList<String>();
        for (FileEntry entry : store.listBelow(SafePath.TOP, Optional.empty(), 100_000)) {
          names.add(entry.path().toString());
          try (InputStream stored = store.open(entry.path())) {
            assertThat(new String(stored.readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo(Writer.content(entry.path()));
          }
        }
        assertThat(names).containsAll(reported);
        assertThat(incoming("1")).isEmptyDirectory();
      }
    }
  }

  private List<String> writeAndKill(int round, int afterFiles) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Writer.class.getName(),
                directory.toString(),
                "r" + round)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader output = process.inputReader()) {
      var names = new ArrayList<String>();
      while (names.size() < afterFiles) {
        String name = output.readLine();
        assertThat(name).as("the writing process ended by itself").isNotNull();
        names.add(name);
      }
      process.toHandle().destroyForcibly(); // kill -9; leaves the pipe to be read
      output.lines().filter(line -> line.endsWith(".txt")).forEach(names::add);
      process.waitFor();
      return names;
    } finally {
      process.destroyForcibly();
    }
  }

  /** Writes files as fast as it can and prints the path of each one that is durable. */
  static final class Writer {
    private Writer() {}

    public static void main(String[] arguments) throws IOException {
      var store = LocalFileStore.open(Path.of(arguments[0]));
      for (int i = 0; true; i++) {
        SafePath path = SafePath.of(arguments[1], "folder-" + i % 7, i + ".txt");
        store.put(path, LeftoversTest.content(content(path)));
        System.out.println(path);
      }
    }

    static String content(SafePath path) {
      return path.toString().repeat(10_000);
    }
  }

  /** Does something when its content is asked for. */
  private static final class WhileReading extends InputStream {
    private final InputStream content;
    private Runnable action;

    WhileReading(Runnable action, String content) {
      this.action = action;
      this.content = LeftoversTest.content(content);
    }

    @Override
    public int read() throws IOException {
      return content.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      action.run();
      action = () -> {};
      return content.read(bytes, offset, length);
    }
  }
}
