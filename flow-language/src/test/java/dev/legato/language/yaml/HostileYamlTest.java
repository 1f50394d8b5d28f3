package dev.legato.language.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Complaints;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts made to hurt whoever reads them. */
final class HostileYamlTest {
  @Test
  void billionLaughsIsRefusedAtOnce() {
    String laughs =
        IntStream.rangeClosed(1, 9)
            .mapToObj(i -> "a%d: &a%d [%s]".formatted(i, i, ("*a" + (i - 1) + ",").repeat(9)))
            .collect(
                Collectors.joining("\n", "a0: &a0 [lol,lol,lol,lol,lol,lol,lol,lol,lol]\n", ""));

    Complaint complaint = only(laughs);

    assertThat(complaint.code()).isEqualTo(ComplaintCode.YAML_LIMIT);
    assertThat(complaint.message()).contains("50000 nodes").contains("aliases");
    Cost cost = Cost.of(() -> complaints(laughs));
    assertThat(cost.cpu()).isLessThan(Duration.ofMillis(50));
    assertThat(cost.bytes()).isLessThan(10 * Cost.MIB);
  }

  @Test
  void manyAliasesAreRefused() {
    String source = "a: &a 1\nb: [" + "*a,".repeat(101) + "]";

    assertThat(only(source).message()).contains("more than 100 aliases");
  }

  static Stream<Arguments> largeTexts() {
    String anchors =
        IntStream.range(0, 300_000).mapToObj(i -> "- &a" + i + "\n").collect(Collectors.joining());
    return Stream.of(
        arguments("one line of 2.9 M characters", "a: " + "x".repeat(2_900_000)),
        arguments("300,000 anchors", anchors),
        arguments("a comment of 1 MiB", "#" + "x".repeat(1024 * 1024) + "\na: 1"),
        arguments("a key of 100 kB", "k".repeat(100_000) + ": 1"),
        arguments("a number of 100,000 digits", "a: " + "9".repeat(100_000)),
        arguments("100,000 list elements", "- 1\n".repeat(100_000)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("largeTexts")
  void textsOverALimitAreRefusedAtOnce(String name, String source) {
    assertThat(only(source).code()).isEqualTo(ComplaintCode.YAML_LIMIT);
    assertThat(Cost.of(() -> complaints(source)).cpu()).isLessThan(Duration.ofMillis(200));
  }

  static Stream<Arguments> textsJustBelowTheLimits() {
    String line = "x".repeat(60_000);
    return Stream.of(
        arguments("long lines", ("- " + line + "\n").repeat(17)),
        arguments("long lines in quotes", ("- \"" + line + "\"\n").repeat(17)),
        arguments("one text over many lines", "a: |\n" + "  y\n".repeat(250_000)),
        arguments("a comment over many lines", "# c\n".repeat(250_000) + "a: 1"),
        arguments("many short elements", "- 1\n".repeat(49_000)),
        arguments("many keys", numbered(24_000, "k%d: v\n")),
        arguments("many flow elements", "a: [\n" + "1,\n".repeat(49_000) + "]"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("textsJustBelowTheLimits")
  void textsBelowTheLimitsAreReadInBoundedTime(String name, String source) {
    assertThat(complaints(source)).isEmpty();
    Cost cost = Cost.of(() -> complaints(source));
    assertThat(cost.cpu()).isLessThan(Duration.ofMillis(600));
    assertThat(cost.bytes()).isLessThan(200 * Cost.MIB);
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 1_001, 10_000})
  void deepNestingIsRefusedInEveryStyle(int depth) {
    assertDepthIsRefused("[".repeat(depth) + "]".repeat(depth));
    assertDepthIsRefused("{\"a\":".repeat(depth) + "1" + "}".repeat(depth));
    assertDepthIsRefused("? ".repeat(depth) + "a");
    assertDepthIsRefused("- ".repeat(depth) + "a");
  }

  @Test
  void aDepthOfAHundredThousandOverManyLinesIsRefused() {
    assertDepthIsRefused("[\n".repeat(100_000) + "]\n".repeat(100_000));
  }

  @ParameterizedTest
  @ValueSource(ints = {65, 500, 1_001})
  void deepBlocksAreRefused(int depth) {
    String block =
        IntStream.range(0, depth)
            .mapToObj(i -> " ".repeat(i) + "a:\n")
            .collect(Collectors.joining());

    assertDepthIsRefused(block);
  }

  @Test
  void aDepthOf64IsAccepted() {
    assertThat(complaints("[".repeat(64) + "]".repeat(64))).isEmpty();
  }

  @Test
  void depthThroughAliasesCounts() {
    String source =
        "a: &a "
            + "[".repeat(40)
            + "]".repeat(40)
            + "\nb: "
            + "[".repeat(40)
            + "*a"
            + "]".repeat(40);

    assertDepthIsRefused(source);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a: &a [*a]            | YAML_ALIAS      | 1 | inside its own anchor
          'a: 1\nb: *nowhere'   | YAML_ALIAS      | 2 | no anchor
          'a: 1\nb: 2\na: 3'    | DUPLICATE_KEY   | 3 | already at line 1
          'a: {b: 1, b: 2}'     | DUPLICATE_KEY   | 1 | already at line 1
          'a: 1\n---\nb: 2'     | EXTRA_DOCUMENT  | 2 | starts at line 1
          'a: 1\nb: !!javax.script.ScriptEngineManager []' | UNKNOWN_TAG | 2 | javax.script.ScriptEngineManager
          'a: !!java.net.URL x' | UNKNOWN_TAG     | 1 | java.net.URL
          'a: !!python/object x'| UNKNOWN_TAG     | 1 | python/object
          'a: !x y'             | UNKNOWN_TAG     | 1 | !x
          'a: !!binary aGk='    | UNKNOWN_TAG     | 1 | binary
          'a: !!set {b}'        | UNKNOWN_TAG     | 1 | set
          'a:\n\tb: 1'          | YAML_SYNTAX     | 2 | a tab cannot indent
          'a: [1'               | YAML_SYNTAX     | 1 | not YAML
          'a: b\n c: d'         | YAML_SYNTAX     | 2 | no ':' can stand here
          'a: b: c'             | YAML_SYNTAX     | 1 | no ':' can stand here
          '- a: b\nc: d'        | YAML_SYNTAX     | 2 | not indented as the ones
          'a:\n  - b: "c\nd: e' | YAML_SYNTAX     | 2 | does not end
          'a: "\\uD800"'        | UNREADABLE_TEXT | 1 | surrogate
          '? [a]\n: b'          | YAML_SYNTAX     | 1 | must be a text
          '{{a}}: b'            | YAML_SYNTAX     | 1 | must be a text
          '<<: 1'               | YAML_SYNTAX     | 1 | takes a mapping
          '%YAML 3.0\n---\na: 1'| YAML_SYNTAX     | 1 | YAML
          """)
  void mistakesAreNamedWithTheirPlace(
      String source, ComplaintCode code, int line, String fragment) {
    Complaint complaint = only(source.replace("\\n", "\n").replace("\\t", "\t"));

    assertThat(complaint.code()).isEqualTo(code);
    assertThat(complaint.line()).isEqualTo(line);
    assertThat(complaint.message()).contains(fragment);
  }

  @Test
  void rawControlCharactersAndSurrogatesAreRefusedWithTheirPlace() {
    assertThat(only("a: 1\nb: x\0y"))
        .extracting(Complaint::code, Complaint::line, Complaint::column)
        .containsExactly(ComplaintCode.UNREADABLE_TEXT, 2, 5);
    assertThat(only("a: \uD800").message()).contains("U+D800");
    assertThat(only("a: \u0007").message()).contains("U+0007");
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedWithTheirPlace() {
    byte[] overlong = {'a', ':', ' ', (byte) 0xC0, (byte) 0xAF};
    byte[] utf16 = "id: x".getBytes(StandardCharsets.UTF_16);
    byte[] utf32 = "id: x".getBytes(java.nio.charset.Charset.forName("UTF-32LE"));

    assertThat(onlyOf(overlong).column()).isEqualTo(4);
    assertThat(onlyOf(utf16).code()).isEqualTo(ComplaintCode.UNREADABLE_TEXT);
    assertThat(onlyOf(utf32).code()).isEqualTo(ComplaintCode.UNREADABLE_TEXT);
  }

  @Test
  void textsAreMeasuredInBytes() {
    assertThat(complaints("- " + "é\n- ".repeat(200_000))).isNotEmpty();
    assertThat(only("# €\n".repeat(190_000)).message()).contains("1048576 bytes");
  }

  private static void assertDepthIsRefused(String source) {
    Complaint complaint = only(source);
    assertThat(complaint.code()).isEqualTo(ComplaintCode.YAML_LIMIT);
    assertThat(complaint.message()).contains("64 levels");
  }

  private static String numbered(int count, String format) {
    return IntStream.range(0, count).mapToObj(format::formatted).collect(Collectors.joining());
  }

  private static Complaint only(String source) {
    List<Complaint> complaints = complaints(source);
    assertThat(complaints).hasSize(1);
    return complaints.getFirst();
  }

  private static List<Complaint> complaints(String source) {
    Complaints complaints = new Complaints();
    new YamlReader(YamlLimits.DEFAULTS).read(source, complaints);
    return complaints.list();
  }

  private static Complaint onlyOf(byte[] source) {
    Complaints complaints = new Complaints();
    YamlReader reader = new YamlReader(YamlLimits.DEFAULTS);
    reader.decode(source, complaints).ifPresent(text -> reader.read(text, complaints));
    assertThat(complaints.list()).hasSize(1);
    return complaints.list().getFirst();
  }
}
