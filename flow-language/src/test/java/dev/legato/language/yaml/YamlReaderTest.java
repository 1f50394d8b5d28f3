package dev.legato.language.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Complaints;
import dev.legato.language.complaint.Mark;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class YamlReaderTest {
  private final Complaints complaints = new Complaints();

  @ParameterizedTest
  @CsvSource({
    "true, Boolean",
    "False, Boolean",
    "no, String",
    "yes, String",
    "on, String",
    "y, String",
    "12, Integer",
    "-12, Integer",
    "+12, Integer",
    "0o17, Integer",
    "0x1F, Integer",
    "3000000000, Long",
    "0777, String",
    "1_000, String",
    "12:30:45, String",
    "2026-01-01, String",
    "1.5, Double",
    "1e3, Double",
    "-.5, Double",
    ".inf, String",
    ".NaN, String",
    "1.2.3, String",
    "hello, String",
    "'\"12\"', String",
    "'''true''', String",
    "!!str 12, String",
    "!!int 12, Integer",
  })
  void plainScalarsFollowTheCoreSchema(String written, String type) {
    assertThat(json("a: " + written).get("a").getClass().getSimpleName()).isEqualTo(type);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "~", "null", "Null", "NULL"})
  void nullHasSeveralSpellings(String written) {
    assertThat(json("a: " + written)).containsEntry("a", null);
  }

  @Test
  void integersKeepAllTheirDigits() {
    assertThat(json("a: 123456789012345678901234567890"))
        .containsEntry("a", new BigInteger("123456789012345678901234567890"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e400", "-1e999999999"})
  void numbersOutOfRangeAreRefused(String written) {
    json("a: " + written);

    assertThat(complaints.list())
        .singleElement()
        .extracting(Complaint::code, Complaint::path)
        .containsExactly(ComplaintCode.INVALID_VALUE, ".a");
  }

  @Test
  void numbersOfMoreThanAThousandDigitsAreRefused() {
    json("a: " + "9".repeat(1_001));

    assertThat(complaints.list()).singleElement().asString().contains("1000 digits");
  }

  @Test
  void aliasesAreResolved() {
    assertThat(json("a: &x {b: [1, 2]}\nc: *x\nd: [*x]"))
        .containsEntry("c", Map.of("b", List.of(1, 2)))
        .containsEntry("d", List.of(Map.of("b", List.of(1, 2))));
  }

  @Test
  void mergeKeysGiveWhatIsNotThere() {
    assertThat(json("base: &b {x: 1, y: 2}\nc:\n  <<: *b\n  y: 3\n"))
        .containsEntry("c", Map.of("x", 1, "y", 3));
    assertThat(json("p: &p {x: 1}\nq: &q {x: 2, z: 4}\nc: {<<: [*p, *q]}"))
        .containsEntry("c", Map.of("x", 1, "z", 4));
    assertThat(json("'<<': 1")).containsEntry("<<", 1);
  }

  @Test
  void keysAreTexts() {
    assertThat(json("true: 1\n1.10: 2\nnull: 3").keySet()).containsExactly("true", "1.10", "null");
  }

  @Test
  void byteOrderMarkAndWindowsLinesAreAccepted() {
    assertThat(json("\uFEFFa: 1\r\nb: |\r\n  x\r\n  y\r\n"))
        .isEqualTo(Map.of("a", 1, "b", "x\ny\n"));
  }

  @Test
  void jsonIsYaml() {
    assertThat(json("{\"a\": [1, true, null, \"x\"], \"b\": {\"c\": 1.5}}"))
        .isEqualTo(Map.of("a", Arrays.asList(1, true, null, "x"), "b", Map.of("c", 1.5)));
  }

  @Test
  void everyNodeKnowsItsPlace() {
    YamlNode.Mapping root = (YamlNode.Mapping) read("a:\n  - b: 1\n    c:  two\n");
    YamlNode.Sequence list = (YamlNode.Sequence) root.get("a");
    YamlNode.Mapping element = (YamlNode.Mapping) list.elements().getFirst();

    assertThat(element.mark()).isEqualTo(new Mark(2, 5));
    assertThat(element.get("c").mark()).isEqualTo(new Mark(3, 9));
    assertThat(element.entries().get("c").key().mark()).isEqualTo(new Mark(3, 5));
  }

  @Test
  void anEmptyTextHasNoTree() {
    assertThat(new YamlReader(YamlLimits.DEFAULTS).read("# nothing\n", complaints)).isEmpty();
    assertThat(complaints.list()).isEmpty();
  }

  @Test
  void severalDuplicatesAreReportedTogether() {
    read("a: 1\na: 2\nb: {c: 1, c: 2}");

    assertThat(complaints.list()).extracting(Complaint::line).containsExactly(2, 3);
  }

  private Map<String, Object> json(String source) {
    YamlValues values = new YamlValues(YamlLimits.DEFAULTS, complaints);
    return values.json((YamlNode.Mapping) read(source), "");
  }

  private YamlNode read(String source) {
    return new YamlReader(YamlLimits.DEFAULTS).read(source, complaints).orElseThrow();
  }
}
