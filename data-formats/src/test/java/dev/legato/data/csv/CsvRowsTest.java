package dev.legato.data.csv;

import static dev.legato.data.Rows.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.data.BadRows;
import dev.legato.data.OnBadRow;
import dev.legato.data.Rows;
import dev.legato.data.csv.CsvReadOptions.EmptyHeader;
import dev.legato.data.csv.CsvWriteOptions.Quotes;
import dev.legato.data.text.TextRules;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRowsTest {
  private final List<String> warnings = new ArrayList<>();

  private CsvReadOptions options(boolean header, OnBadRow rule, EmptyHeader empty) {
    return new CsvReadOptions(
        header,
        ';',
        '\'',
        true,
        1,
        empty,
        true,
        100,
        1_000,
        StandardCharsets.UTF_8,
        new BadRows(rule, warnings::add));
  }

  private static List<Object> read(String text, CsvReadOptions options) throws Exception {
    return Rows.read(text, in -> CsvRowReader.open(in, options));
  }

  @Test
  void rowsAreTextsByTheNamesInTheHeader() throws Exception {
    assertThat(read("\uFEFFid,name\n1,\"a \"\"b\"\"\nc\"\r\n2,\\N\n3,\n", CsvReadOptions.DEFAULTS))
        .containsExactly(
            map("id", "1", "name", "a \"b\"\nc"),
            map("id", "2", "name", null),
            map("id", "3", "name", ""));
    assertThat(read("", CsvReadOptions.DEFAULTS)).isEmpty();
    assertThat(read("id\n", CsvReadOptions.DEFAULTS)).isEmpty();
  }

  @Test
  void rowsAreListsWithoutAHeader() throws Exception {
    assertThat(
            read("skipped\n'a;b'more;2\n\nc\n", options(false, OnBadRow.ERROR, EmptyHeader.DROP)))
        .containsExactly(List.of("a;bmore", "2"), List.of("c"));
  }

  @ParameterizedTest
  @CsvSource({
    "ERROR, 'Row 2 does not fit the header: Expected 2 fields, got 3.'",
    "WARN, 'Row 2 does not fit the header: Expected 2 fields, got 3.'",
    "SKIP,"
  })
  void aRowOfAnotherLengthIsTreatedAsAsked(OnBadRow rule, String message) throws Exception {
    CsvReadOptions options = options(true, rule, EmptyHeader.DROP);
    String text = "a;b\n0;0\n1;2;3\n4;5\n";

    if (rule == OnBadRow.ERROR) {
      assertThatThrownBy(() -> read(text, options)).hasMessage(message);
    } else {
      assertThat(read(text, options)).containsExactly(map("a", "4", "b", "5"));
      assertThat(warnings).isEqualTo(message == null ? List.of() : List.of(message));
    }
  }

  @Test
  void columnsWithoutANameAreDroppedOrRenamed() throws Exception {
    assertThat(read("a;;a;\n0;0;0;0\n1;2;3;4", options(true, OnBadRow.WARN, EmptyHeader.DROP)))
        .containsExactly(map("a", "3", "", "2"));
    assertThat(warnings)
        .containsExactly(
            "The last 1 columns have no name and are left out.",
            "Two columns are named 'a'; the last one is kept.");
    assertThat(
            read("col_1;;b;\n0;0;0;0\n1;2;3;4", options(true, OnBadRow.WARN, EmptyHeader.RENAME)))
        .containsExactly(map("col_1", "1", "col_1_2", "2", "b", "3", "col_3", "4"));
  }

  @Test
  void aFieldThatIsTooLongIsRefused() throws Exception {
    String text = "a\n0\n" + "x".repeat(200) + "\n1\n";

    assertThatThrownBy(() -> read(text, options(true, OnBadRow.ERROR, EmptyHeader.DROP)))
        .hasMessageStartingWith("Row 2 is no valid CSV: Field 1 is longer than 100");
    assertThat(read(text, options(true, OnBadRow.WARN, EmptyHeader.DROP))).isEmpty();
    assertThat(warnings).singleElement().asString().endsWith("What follows is not read.");
    assertThatThrownBy(
            () ->
                read(
                    "a\n0\n'" + "x\n".repeat(40_000),
                    options(true, OnBadRow.ERROR, EmptyHeader.DROP)))
        .hasMessageContaining("Row 2 is no valid CSV");
    assertThatThrownBy(() -> read(",".repeat(20_000), CsvReadOptions.DEFAULTS))
        .hasMessageContaining("more than 16,384 columns");
  }

  private static CsvWriteOptions write(boolean header, Quotes quotes, Charset charset) {
    return new CsvWriteOptions(
        header, ',', '"', "\r\n", quotes, charset, TextRules.in(ZoneId.of("Europe/Paris")));
  }

  @Test
  void datesAndTimesAreWrittenAsTheirTypesAsk() throws Exception {
    List<Object> row =
        Arrays.asList(
            Instant.parse("2023-01-02T03:04:05Z"),
            OffsetDateTime.parse("2023-01-02T03:04:05+05:00"),
            LocalDateTime.parse("2023-01-02T03:04:05"),
            LocalDate.parse("2023-01-02"),
            LocalTime.parse("01:02:03"),
            OffsetTime.parse("01:02:03+02:00"),
            null,
            1.5,
            map("a", 1),
            new byte[] {1});

    String text =
        Rows.text(
            List.of(row),
            out -> CsvRowWriter.open(out, write(false, Quotes.REQUIRED, StandardCharsets.UTF_8)));

    assertThat(text)
        .isEqualTo(
            "2023-01-02T03:04:05.000Z,2023-01-01T23:04:05.000+01:00,2023-01-02T03:04:05.000,"
                + "2023-01-02,01:02:03,01:02:03+02:00,,1.5,{a=1},AQ==\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "REQUIRED    | 1,-1.5,a,\"b,\",\"c\"\"\",,\"d~e\"",
        "ALWAYS      | \"1\",\"-1.5\",\"a\",\"b,\",\"c\"\"\",\"\",\"d~e\"",
        "NON_NUMERIC | 1,-1.5,\"a\",\"b,\",\"c\"\"\",\"\",\"d~e\""
      })
  void quotesArePutAsAsked(Quotes quotes, String line) throws Exception {
    List<Object> row = List.of(1, -1.5, "a", "b,", "c\"", "", "d\ne");

    assertThat(
            Rows.text(
                List.of(row),
                out -> CsvRowWriter.open(out, write(false, quotes, StandardCharsets.UTF_8))))
        .isEqualTo(line.replace('~', '\n') + "\r\n");
  }

  @Test
  void theFirstRowGivesTheHeaderAndOthersTheirOrder() throws Exception {
    List<Object> rows = Arrays.asList(map("a", 1, "b", 2), null, map("b", 3, "c", 4));

    assertThat(
            Rows.write(
                rows,
                out ->
                    CsvRowWriter.open(out, write(true, Quotes.REQUIRED, StandardCharsets.UTF_16))))
        .isEqualTo("a,b\r\n1,2\r\n3,4\r\n".getBytes(StandardCharsets.UTF_16));
    assertThat(Rows.text(List.of(), out -> CsvRowWriter.open(out, CsvWriteOptions.DEFAULTS)))
        .isEmpty();
    assertThatThrownBy(
            () ->
                Rows.text(
                    List.of(List.of(1)), out -> CsvRowWriter.open(out, CsvWriteOptions.DEFAULTS)))
        .hasMessageStartingWith("Row 1 is a list, which has no names");
  }

  @Test
  void aValueThatDoesNotFitItsFormatIsNamed() {
    CsvWriteOptions offsetOfAll =
        new CsvWriteOptions(
            true,
            ',',
            '"',
            "\n",
            Quotes.REQUIRED,
            StandardCharsets.UTF_8,
            new TextRules("yyyy", "HH:mmXXX", "HH", ZoneId.of("UTC")));

    assertThatThrownBy(
            () ->
                Rows.text(
                    List.of(map("id", 1, "at", LocalTime.NOON)),
                    out -> CsvRowWriter.open(out, offsetOfAll)))
        .hasMessageStartingWith("Column 'at' of row 1 does not fit the format");
  }
}
