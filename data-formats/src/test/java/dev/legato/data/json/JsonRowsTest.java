package dev.legato.data.json;

import static dev.legato.data.Rows.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.data.RowException;
import dev.legato.data.Rows;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRowsTest {
  private static List<Object> lines(String text) throws Exception {
    return Rows.read(text, in -> JsonRowReader.lines(in, StandardCharsets.UTF_8));
  }

  private static List<Object> document(String text) throws Exception {
    return Rows.read(text, in -> JsonRowReader.document(in, StandardCharsets.UTF_8));
  }

  @Test
  void linesAreRowsWhateverTheyHold() throws Exception {
    assertThat(lines("{\"a\":1,\"b\":[true,null,\"é\"]}\n[1,2]\n\n\"x\"\n1.5\n"))
        .containsExactly(map("a", 1, "b", Arrays.asList(true, null, "é")), List.of(1, 2), "x", 1.5);
    assertThat(lines("12345678901\n123456789012345678901\n"))
        .containsExactly(12345678901L, new BigInteger("123456789012345678901"));
    assertThat(lines("")).isEmpty();
  }

  @Test
  void anArrayIsTakenApartAndAnyOtherDocumentIsARow() throws Exception {
    assertThat(document("[{\"a\":1},[2],3]")).containsExactly(map("a", 1), List.of(2), 3);
    assertThat(document("{\"a\":[1]}")).containsExactly(map("a", List.of(1)));
    assertThat(document("[]")).isEmpty();
  }

  @Test
  void otherCharsetsAreRead() throws Exception {
    Charset latin = StandardCharsets.ISO_8859_1;

    assertThat(Rows.read("\"é\"".getBytes(latin), in -> JsonRowReader.lines(in, latin)))
        .containsExactly("é");
  }

  @ParameterizedTest
  @ValueSource(strings = {"1\n{\"a\":", "1\n{a:1}", "1\n[1,]", "1\nnul", "1\n\"open", "1\n}"})
  void aMalformedRowIsNamed(String text) {
    assertThatThrownBy(() -> lines(text))
        .isInstanceOf(RowException.class)
        .hasMessageStartingWith("Row 2 is no valid JSON")
        .hasMessageNotContaining("Source");
  }

  @Test
  void whatTakesTooMuchIsRefused() {
    assertThatThrownBy(() -> lines("[".repeat(100_000))).hasMessageContaining("Row 1 ");
    assertThatThrownBy(() -> lines("[" + "[],".repeat(1_100_000) + "[]]"))
        .hasMessageContaining("more than 1,000,000 values");
    assertThatThrownBy(() -> lines("1".repeat(20_000))).hasMessageContaining("Row 1 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"0 | '' | 'null'", "1 | '1\n' | '1'", "2 | '1\n2\n' | '[1,2]'"})
  void oneRowIsADocumentAndSeveralAnArray(int rows, String asLines, String asDocument)
      throws Exception {
    List<Integer> numbers = List.of(1, 2).subList(0, rows);

    assertThat(Rows.text(numbers, out -> JsonRowWriter.open(out, JsonWriteOptions.LINES)))
        .isEqualTo(asLines);
    assertThat(Rows.text(numbers, out -> JsonRowWriter.open(out, JsonWriteOptions.DOCUMENT)))
        .isEqualTo(asDocument);
  }

  @Test
  void everyTypeHasItsForm() throws Exception {
    Object row =
        map(
            "null", null,
            "instant", Instant.parse("2023-01-02T03:04:05.678Z"),
            "date", LocalDate.parse("2023-01-02"),
            "local", LocalDateTime.parse("2023-01-02T03:04:00"),
            "zoned", ZonedDateTime.parse("2023-01-02T03:04:05+01:00[Europe/Paris]"),
            "offset", OffsetDateTime.parse("2023-01-02T03:04:05+05:00"),
            "decimal", new BigDecimal("1E+3"),
            "bytes", new byte[] {1, 2},
            "nan", Double.NaN);
    JsonWriteOptions paris =
        new JsonWriteOptions(true, StandardCharsets.UTF_8, ZoneId.of("Europe/Paris"), false);

    assertThat(Rows.text(List.of(row), out -> JsonRowWriter.open(out, paris)))
        .isEqualToIgnoringNewLines(
            "{\"null\":null,\"instant\":\"2023-01-02T03:04:05.678Z\",\"date\":\"2023-01-02\","
                + "\"local\":\"2023-01-02T03:04:00\",\"zoned\":\"2023-01-02T03:04:05+01:00\","
                + "\"offset\":\"2023-01-01T23:04:05+01:00\",\"decimal\":1000,"
                + "\"bytes\":\"AQI=\",\"nan\":\"NaN\"}");
  }

  @Test
  void annotationsCanBeKept() throws Exception {
    JsonWriteOptions keeping =
        new JsonWriteOptions(true, StandardCharsets.UTF_8, ZoneId.of("Europe/Paris"), true);
    List<Object> row =
        List.of(LocalDateTime.parse("2023-01-02T03:04:05"), Instant.parse("2023-01-02T03:04:05Z"));

    assertThat(Rows.text(List.of(row), out -> JsonRowWriter.open(out, keeping)))
        .isEqualTo(
            "[{\"ion_annotations\":[\"LocalDateTime\"],\"value\":\"2023-01-02T03:04:05\"},"
                + "\"2023-01-02T04:04:05+01:00[Europe/Paris]\"]\n");
  }
}
