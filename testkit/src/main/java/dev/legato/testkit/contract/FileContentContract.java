package dev.legato.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.storage.file.ByteRange;
import dev.legato.storage.file.FileEntry;
import dev.legato.storage.file.FileStore;
import dev.legato.storage.file.MissingFileException;
import dev.legato.storage.file.SafePath;
import dev.legato.storage.file.StoredFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What files hold. */
public interface FileContentContract {
  /** The same store during one test, empty when the test starts. */
  FileStore store();

  /** Short for {@link SafePath#parse}. */
  static SafePath path(String text) {
    return SafePath.parse(text);
  }

  /** Writes a text. */
  default StoredFile put(String path, String text) {
    try {
      return store()
          .put(path(path), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a text. */
  default String read(String path) throws IOException {
    try (InputStream content = store().open(path(path))) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Paths in their order. */
  static String paths(List<FileEntry> entries) {
    return String.join(" ", entries.stream().map(entry -> entry.path().toString()).toList());
  }

  /** Paths of all files. */
  default String allFiles() {
    return paths(store().listBelow(SafePath.TOP, Optional.empty(), 1_000));
  }

  @Test
  default void aFileComesBackAsItWas() throws IOException {
    StoredFile stored = put("a/b/data.txt", "hello");

    assertThat(stored)
        .isEqualTo(
            new StoredFile(
                path("/a/b/data.txt"),
                5,
                "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
    assertThat(stored.uri()).isEqualTo("kestra:///a/b/data.txt");
    assertThat(read("a/b/data.txt")).isEqualTo("hello");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 5_000_000})
  default void contentOfEverySizeComesBack(int size) throws IOException {
    byte[] content = new byte[size];
    for (int i = 0; i < size; i++) {
      content[i] = (byte) (i * 31 + (i >> 8) * 7);
    }

    assertThat(store().put(path("x"), new Dripping(content)).size()).isEqualTo(size);

    try (InputStream stored = store().open(path("x"))) {
      assertThat(stored.readAllBytes()).isEqualTo(content);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "data.csv",
        "with space.txt",
        "100%.txt",
        "a%20b",
        "ümläut 漢字 \uD83D\uDE00.txt",
        "it's \"quoted\" & <b>",
        "-rf",
        "~",
        "..hidden",
        "...x",
        "CON",
        "a+b=c,d;e@f!$#?*|"
      })
  default void namesKeepAllTheirCharacters(String name) throws IOException {
    StoredFile stored = put("folder/" + name, name);

    assertThat(SafePath.parseUri(stored.uri())).isEqualTo(stored.path());
    assertThat(read("folder/" + name)).isEqualTo(name);
    assertThat(store().list(path("folder")))
        .singleElement()
        .extracting(entry -> entry.path().name())
        .isEqualTo(name);
  }

  @Test
  default void namesThatLookAlikeAreDifferentFiles() throws IOException {
    put("caf\u00e9", "composed");
    put("cafe\u0301", "decomposed");
    put("Name", "upper");
    put("name", "lower");

    assertThat(read("caf\u00e9")).isEqualTo("composed");
    assertThat(read("cafe\u0301")).isEqualTo("decomposed");
    assertThat(read("Name")).isEqualTo("upper");
    assertThat(read("name")).isEqualTo("lower");
  }

  @ParameterizedTest(name = "{1} bytes from {0}: {2}")
  @CsvSource({
    "0, 3, 012",
    "4, 2, 45",
    "8, 100, 89",
    "10, 1, ''",
    "99, 1, ''",
    "3, 0, ''",
    "7, 9223372036854775807, 789"
  })
  default void aRangeIsAPartOfTheFile(long from, long length, String expected) throws IOException {
    put("digits", "0123456789");

    try (InputStream part = store().open(path("digits"), new ByteRange(from, length))) {
      assertThat(new String(part.readAllBytes(), StandardCharsets.UTF_8)).isEqualTo(expected);
    }
    try (InputStream part = store().open(path("digits"), new ByteRange(from, length))) {
      assertThat(part.skip(1)).isEqualTo(expected.isEmpty() ? 0 : 1);
      assertThat(part.read()).isEqualTo(expected.length() < 2 ? -1 : expected.charAt(1));
    }
  }

  @Test
  default void aFileThatIsNotThereIsReported() {
    put("a/b", "x");

    for (String missing : List.of("c", "a", "a/c", "a/b/c", "x/y/z")) {
      assertThatThrownBy(() -> store().open(path(missing)))
          .isInstanceOf(MissingFileException.class)
          .hasMessageContaining("kestra:///" + missing);
      assertThat(store().delete(path(missing))).isFalse();
    }
    assertThat(store().find(path("c"))).isEmpty();
    assertThat(store().find(path("a/b/c"))).isEmpty();
    assertThat(store().find(SafePath.TOP)).isEmpty();
  }

  @Test
  default void newContentTakesThePlaceOfTheOld() throws IOException {
    put("a", "old and longer");
    try (InputStream old = store().open(path("a"))) {
      put("a", "new");

      assertThat(read("a")).isEqualTo("new");
      assertThat(new String(old.readAllBytes(), StandardCharsets.UTF_8))
          .as("whoever reads the old content reads it to its end")
          .isEqualTo("old and longer");
    }
  }

  @Test
  default void contentThatBreaksOffChangesNothing() throws IOException {
    put("a", "old");
    var broken = new IOException("connection reset");

    for (String name : List.of("a", "b/c")) {
      assertThatThrownBy(() -> store().put(path(name), new BreakingOff(broken))).isSameAs(broken);
    }
    assertThat(read("a")).isEqualTo("old");
    assertThat(allFiles()).isEqualTo("/a");
    assertThat(store().find(path("b"))).isEmpty();
  }

  @Test
  default void anEntrySaysWhatIsThere() {
    put("a/b", "12345");

    FileEntry file = store().find(path("a/b")).orElseThrow();
    assertThat(file.isFile()).isTrue();
    assertThat(file.size()).isEqualTo(5);
    assertThat(file.modifiedAt()).isAfterOrEqualTo(file.createdAt());
    FileEntry folder = store().find(path("a")).orElseThrow();
    assertThat(folder.kind()).isEqualTo(FileEntry.Kind.FOLDER);
    assertThat(folder.size()).isZero();
  }

  @Test
  default void readersNeverSeeAPartOfAFile() throws IOException {
    String first = "a".repeat(200_000);
    String second = "b".repeat(100_000);
    put("x", first);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writer =
          CompletableFuture.runAsync(
              () -> IntStream.range(0, 50).forEach(i -> put("x", i % 2 == 0 ? second : first)),
              threads);
      do {
        assertThat(read("x")).isIn(first, second);
      } while (!writer.isDone());
      writer.join();
    }
  }

  /** Hands out its bytes in pieces of all sizes. */
  final class Dripping extends InputStream {
    private final byte[] content;
    private int position;
    private int piece = 1;

    Dripping(byte[] content) {
      this.content = Arrays.copyOf(content, content.length);
    }

    @Override
    public int read() {
      return position == content.length ? -1 : content[position++] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (position == content.length) {
        return -1;
      }
      int count = Math.min(Math.min(length, piece), content.length - position);
      System.arraycopy(content, position, bytes, offset, count);
      position += count;
      piece = Math.min(piece * 3 + 1, 100_000);
      return count;
    }
  }

  /** Fails after some bytes. */
  final class BreakingOff extends InputStream {
    private final IOException failure;
    private int left = 100_000;

    BreakingOff(IOException failure) {
      this.failure = failure;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      read(one, 0, 1);
      return one[0];
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      if (left <= 0) {
        throw failure;
      }
      left -= length;
      Arrays.fill(bytes, offset, offset + length, (byte) 'x');
      return length;
    }
  }
}
