package dev.legato.storage.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SafePathTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "a/b.csv, /a/b.csv",
    "/a/b.csv, /a/b.csv",
    "/, /",
    "'', /",
    "a%20b, /a%20b",
    "..hidden/...x, /..hidden/...x",
    "'with space/x', '/with space/x'"
  })
  void pathsAreTakenAsTheyAre(String text, String expected) {
    assertThat(SafePath.parse(text)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "..",
        ".",
        "../a",
        "/../a",
        "a/../b",
        "a/..",
        "a/./b",
        "/x/../../",
        "a//b",
        "//host/x",
        "a/",
        "..\\a",
        "a\\..\\b",
        "C:\\x",
        "C:",
        "c:/x",
        "a:stream",
        "jar:file",
        "....//x",
        "a/.. /b",
        "a/... ",
        "a.",
        "a ",
        " ",
        "%2e%2e/a",
        "%2E%2E",
        "..%2fa",
        "..%5ca",
        "%252e%252e",
        "a%00",
        "a%0d%0aSet-Cookie",
        "\u0000",
        "a\u0000b",
        "a\nb",
        "a\rb",
        "a\u007f",
        "a\u0085",
        "\uD800",
        "\uDC00\uD800",
        "\uFF0E\uFF0E",
        "\u2024\u2024",
        "\u2025",
        "\uFE52\uFE52/x",
        "a\uFF0Fb",
        "a\u2215b",
        "a\u2044b",
        "a\uFF3Cb",
        "a\u2100b",
      })
  void aPathThatCouldLeadElsewhereIsRefused(String text) {
    assertThatThrownBy(() -> SafePath.parse(text)).isInstanceOf(UnsafePathException.class);
    assertThatThrownBy(() -> SafePath.parse("a/" + text)).isInstanceOf(UnsafePathException.class);
    assertThatThrownBy(() -> SafePath.parse(text + "/a")).isInstanceOf(UnsafePathException.class);
    assertThatThrownBy(() -> SafePath.of("a", text)).isInstanceOf(UnsafePathException.class);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "kestra:///a/b.csv, /a/b.csv",
    "kestra:///, /",
    "kestra:///a%20b/c, '/a b/c'",
    "kestra:///100%25.txt, /100%.txt",
    "kestra:///%C3%A4, /ä",
    "kestra:///a%2520b, /a%20b",
  })
  void anAddressIsDecodedOnce(String uri, String expected) {
    assertThat(SafePath.parseUri(uri)).hasToString(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/a/b",
        "file:///etc/passwd",
        "kestra://host/a",
        "kestra://",
        "kestra:/a",
        "KESTRA:///a",
        "kestra:////etc/passwd",
        "kestra:///../a",
        "kestra:///%2E%2E/a",
        "kestra:///..%2fa",
        "kestra:///a%2fb",
        "kestra:///a%5cb",
        "kestra:///%252e%252e/a",
        "kestra:///..%252fa",
        "kestra:///..\\a",
        "kestra:///x/../../",
        "kestra:///....//",
        "kestra:///;/..",
        "kestra:///a%00",
        "kestra:///a%",
        "kestra:///a%2",
        "kestra:///a%zz",
        "kestra:///a%+1",
        "kestra:///%ff",
        "kestra:///%c0%ae%c0%ae/a",
        "kestra:///%e0%80%ae",
        "kestra:///%ed%a0%80",
        "kestra:///a?x=1",
        "kestra:///a#x",
        "kestra:///C:/x",
        "jar:kestra:///a!/b",
        " kestra:///a"
      })
  void anAddressThatCouldLeadElsewhereIsRefused(String uri) {
    assertThatThrownBy(() -> SafePath.parseUri(uri)).isInstanceOf(UnsafePathException.class);
  }

  @Test
  void aNameMayHaveAsManyBytesAsFileSystemsKeep() {
    assertThat(SafePath.of("a".repeat(255)).name()).hasSize(255);
    assertThat(SafePath.of("漢".repeat(85)).name()).hasSize(85);

    for (String tooLong : List.of("a".repeat(256), "漢".repeat(86), "x".repeat(1_000_000))) {
      assertThatThrownBy(() -> SafePath.of(tooLong))
          .isInstanceOf(UnsafePathException.class)
          .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(200));
    }
    assertThatThrownBy(() -> SafePath.parse("a/".repeat(2_000) + "b"))
        .isInstanceOf(UnsafePathException.class);
  }

  @Test
  void whatARefusalPrintsCanDoNoHarm() {
    assertThatThrownBy(() -> SafePath.parse("a\r\nSet-Cookie: x\u001b[31m"))
        .isInstanceOf(UnsafePathException.class)
        .satisfies(
            e -> assertThat(e.getMessage().chars().noneMatch(Character::isISOControl)).isTrue());
    assertThatThrownBy(() -> SafePath.parseUri("x\r\ny".repeat(100_000)))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400).doesNotContain("\n"));
  }

  static Stream<String> namesOfAllKinds() {
    var names = new ArrayList<String>();
    for (int c = 0; c < 0x300; c++) {
      names.add("x" + (char) c + "x");
    }
    var random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      names.add(
          random
              .ints(1 + random.nextInt(6), 0, Character.MAX_CODE_POINT)
              .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
              .toString());
    }
    return names.stream();
  }

  @Test
  void everyNameThatIsAcceptedSurvivesItsAddress() {
    long accepted =
        namesOfAllKinds()
            .filter(
                name -> {
                  SafePath path;
                  try {
                    path = SafePath.of("a", name);
                  } catch (UnsafePathException e) {
                    return false;
                  }
                  assertThat(path.uri()).matches("kestra:///[\\x21-\\x7e]+");
                  assertThat(SafePath.parseUri(path.uri())).isEqualTo(path);
                  return true;
                })
            .count();
    assertThat(accepted).isGreaterThan(1_500);
  }

  @Test
  void whateverIsMadeOfHostilePiecesStaysInside(@TempDir Path root) {
    List<String> pieces =
        List.of(
            "..",
            ".",
            "/",
            "//",
            "\\",
            "%2e",
            "%2E",
            "%2f",
            "%5c",
            "%25",
            "%252e",
            "%c0%ae",
            "%00",
            "\uFF0E",
            "\u2025",
            "\u2215",
            ":",
            ";",
            "a",
            "etc",
            "kestra:///",
            "file:",
            "~",
            " ",
            "$",
            "%ef%bc%8e",
            "\u0000",
            "\n",
            "\uD800");
    var random = new Random(7);
    int accepted = 0;
    for (int i = 0; i < 200_000; i++) {
      String text =
          random
              .ints(1 + random.nextInt(8), 0, pieces.size())
              .mapToObj(pieces::get)
              .collect(Collectors.joining());
      for (SafePath path : accepted(text)) {
        Path file = root.resolve(String.join("/", path.names()));
        assertThat(file).as(text).isEqualTo(file.normalize());
        assertThat(file.startsWith(root)).as(text).isTrue();
        assertThat(file.getNameCount()).isEqualTo(root.getNameCount() + path.names().size());
        accepted++;
      }
    }
    assertThat(accepted).isGreaterThan(1_000);
  }

  /** What a text means as a path and as an address, if anything. */
  private static List<SafePath> accepted(String text) {
    return Stream.<Function<String, SafePath>>of(
            SafePath::parse, SafePath::parseUri, uri -> SafePath.parseUri("kestra:///" + uri))
        .flatMap(parser -> attempt(parser, text))
        .toList();
  }

  private static Stream<SafePath> attempt(Function<String, SafePath> parser, String text) {
    try {
      return Stream.of(parser.apply(text));
    } catch (UnsafePathException refused) {
      return Stream.empty();
    }
  }

  @Test
  void pathsKnowTheirPlace() {
    SafePath file = SafePath.parse("a/b/c");

    assertThat(file.name()).isEqualTo("c");
    assertThat(file.parent()).contains(SafePath.parse("a/b"));
    assertThat(SafePath.TOP.parent()).isEmpty();
    assertThat(SafePath.TOP.name()).isEmpty();
    assertThat(SafePath.TOP.resolve("a", "b").resolve(SafePath.of("c"))).isEqualTo(file);
    assertThat(file.isIn(SafePath.parse("a/b"))).isTrue();
    assertThat(file.isIn(file)).isTrue();
    assertThat(file.isIn(SafePath.parse("a/bb"))).isFalse();
    assertThat(SafePath.parse("a/bc").isIn(SafePath.parse("a/b"))).isFalse();
    assertThat(SafePath.parse("a").isIn(file)).isFalse();
    assertThat(file.relativeTo(SafePath.of("a"))).isEqualTo(SafePath.parse("b/c"));
    assertThatThrownBy(() -> file.relativeTo(SafePath.of("b")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(SafePath.isUri("kestra:///a")).isTrue();
    assertThat(SafePath.isUri("file:///a")).isFalse();
  }

  @ParameterizedTest
  @MethodSource("sorted")
  void aFolderComesBeforeWhatItHolds(List<String> sorted) {
    var paths = sorted.stream().map(SafePath::parse).toList();

    assertThat(paths.reversed().stream().sorted().toList()).isEqualTo(paths);
  }

  static Stream<List<String>> sorted() {
    return Stream.of(List.of("/", "a", "a/b", "a/b/c", "a/b0", "a-", "b"), List.of("A", "a", "ä"));
  }
}
