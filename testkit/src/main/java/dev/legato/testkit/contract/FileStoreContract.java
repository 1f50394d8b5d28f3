package dev.legato.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.storage.file.ByteRange;
import dev.legato.storage.file.FileConflictException;
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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Internal storage. */
public interface FileStoreContract {
  /** The same store during one test, empty when the test starts. */
  FileStore store();

  private static SafePath path(String text) {
    return SafePath.parse(text);
  }

  private StoredFile put(String path, String text) {
    try {
      return store()
          .put(path(path), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String read(String path) throws IOException {
    try (InputStream content = store().open(path(path))) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String paths(List<FileEntry> entries) {
    return String.join(" ", entries.stream().map(entry -> entry.path().toString()).toList());
  }

  private String allFiles() {
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
    new Random(size).nextBytes(content);

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
