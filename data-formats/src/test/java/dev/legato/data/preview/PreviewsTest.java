package dev.legato.data.preview;

import static dev.legato.data.Rows.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import dev.legato.data.RowException;
import dev.legato.data.Rows;
import dev.legato.data.avro.AvroRowWriter;
import dev.legato.data.avro.AvroWriteOptions;
import dev.legato.data.avro.SchemaInference;
import dev.legato.data.excel.WorkbookWriter;
import dev.legato.data.parquet.ParquetRowWriter;
import dev.legato.data.parquet.ParquetWriteOptions;
import dev.legato.data.text.TextRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewsTest {
  private static final List<Object> ROWS = List.of(map("id", 1, "name", "ada"), map("id", 2));

  @TempDir private Path scratch;

  private Preview of(String name, byte[] bytes) throws IOException {
    return new Previews(scratch)
        .of(
            new PreviewSource(name, bytes.length, () -> new ByteArrayInputStream(bytes)),
            StandardCharsets.UTF_8,
            new PreviewLimits(2, 10_000, 100_000));
  }

  private Preview of(String name, String text) throws IOException {
    return of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    try (var files = Files.list(scratch)) {
      assertThat(files).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a.ion   | {id:1,name:\"ada\"}~{id:2}~{id:3}",
        "a.jsonl | {\"id\":1,\"name\":\"ada\"}~{\"id\":2}~{\"id\":3}",
        "a.json  | [{\"id\":1,\"name\":\"ada\"},{\"id\":2},{\"id\":3}]",
        "A.JSON  | [{\"id\":1,\"name\":\"ada\"},{\"id\":2},5]"
      })
  void rowsAreATable(String name, String text) throws Exception {
    Preview preview = of(name, text.replace('~', '\n'));

    assertThat(preview.content()).isEqualTo(new Preview.Rows(List.of("id", "name"), ROWS));
    assertThat(preview.truncated()).isTrue();
  }

  @Test
  void csvIsATableOfTexts() throws Exception {
    Preview preview = of("a.csv", "id,name\n1,\"a\nb\"\nbroken\n2,c\n");

    assertThat(preview)
        .isEqualTo(
            new Preview(
                "csv",
                new Preview.Rows(
                    List.of("id", "name"),
                    List.of(map("id", "1", "name", "a\nb"), map("id", "2", "name", "c"))),
                false));
  }

  @Test
  void filesThatAreNotTextAreTables() throws Exception {
    List<Object> rows = List.of(map("id", 1, "name", "ada"), map("id", 2, "name", null));
    SchemaInference inference = SchemaInference.ofTypes();
    for (Object row : rows) {
      inference.add(row);
    }
    Schema schema = inference.schema();
    AvroWriteOptions values = AvroWriteOptions.DEFAULTS;

    byte[] avro = Rows.write(rows, out -> AvroRowWriter.open(out, schema, values));
    byte[] parquet =
        Rows.write(
            rows, out -> ParquetRowWriter.open(out, schema, values, ParquetWriteOptions.DEFAULTS));

    Preview.Rows expected = new Preview.Rows(List.of("id", "name"), rows);
    assertThat(of("a.avro", avro)).isEqualTo(new Preview("avro", expected, false));
    assertThat(of("a.parquet", parquet)).isEqualTo(new Preview("parquet", expected, false));
    assertThat(of("a.xlsx", workbook(rows)).content())
        .isEqualTo(
            new Preview.Rows(
                List.of("id", "name"),
                List.of(map("id", 1.0, "name", "ada"), map("id", 2.0, "name", "null"))));
  }

  private static byte[] workbook(List<Object> rows) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    var options =
        new WorkbookWriter.Options(
            TextRules.in(ZoneOffset.UTC), true, true, TextRules.DATE, TextRules.DATE_TIME);
    try (WorkbookWriter workbook = WorkbookWriter.open(bytes, options);
        var sheet = workbook.sheet("One")) {
      for (Object row : rows) {
        sheet.write(row);
      }
    }
    return bytes.toByteArray();
  }

  @Test
  void longTextsAndManyElementsAreCut() throws Exception {
    Preview preview =
        of("a.ion", "{t:\"" + "x".repeat(20_000) + "\",l:[" + "1,".repeat(2_000) + "1]}");

    Preview.Rows rows = (Preview.Rows) preview.content();
    assertThat(rows.rows().getFirst()).extracting("t").asString().hasSize(5_001).endsWith("…");
    assertThat(rows.rows().getFirst()).extracting("l").asInstanceOf(LIST).hasSize(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.ion", "a.json", "a.jsonl", "a.txt", "a.log", "a.html", "a.svg", "a"})
  void whatIsNoTableIsShownAsText(String name) throws Exception {
    Preview preview = of(name, "<b>no\ntable\nat all</b>");

    assertThat(preview.content()).isEqualTo(new Preview.Text("<b>no\ntable\n"));
    assertThat(preview.truncated()).isTrue();
  }

  @Test
  void aDocumentOfJsonIsShownAsItIs() throws Exception {
    assertThat(of("a.json", "{\n\"a\": 1}"))
        .isEqualTo(new Preview("json", new Preview.Text("{\n\"a\": 1}"), false));
  }

  @Test
  void aListOfElementsIsATableAndOtherXmlItsText() throws Exception {
    assertThat(of("a.xml", "<r><item><id>1</id></item><item><id>2</id></item></r>").content())
        .isEqualTo(new Preview.Rows(List.of("id"), List.of(map("id", 1), map("id", 2))));
    for (String text : List.of("<r><one>1</one></r>", "<r><item", "<!DOCTYPE r><r/>")) {
      assertThat(of("a.xml", text).content()).isEqualTo(new Preview.Text(text));
    }
  }

  @Test
  void rowsBeforeAMalformedOneAreShown() throws Exception {
    assertThat(of("a.ion", "{id:1}\n{id"))
        .isEqualTo(
            new Preview("ion", new Preview.Rows(List.of("id"), List.of(map("id", 1))), true));
  }

  @Test
  void picturesAndDocumentsAreWhatTheyClaimToBe() throws Exception {
    byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 1};

    assertThat(of("a.png", png).content()).isEqualTo(new Preview.Image("iVBORw0KAQ=="));
    assertThat(of("a.pdf", "%PDF-1.7").content()).isEqualTo(new Preview.Pdf("JVBERi0xLjc="));
    assertThat(of("a.md", "# Title").content()).isEqualTo(new Preview.Markdown("# Title"));
    assertThatThrownBy(() -> of("a.png", "<svg onload=alert(1)>"))
        .hasMessage("The file is no picture, whatever its name says.");
    assertThatThrownBy(() -> of("a.pdf", new byte[200_000]))
        .hasMessageContaining("too large to be shown");
    assertThatThrownBy(() -> of("a.parquet", "no parquet")).isInstanceOf(RowException.class);
    assertThatThrownBy(() -> of("a.avro", "no avro")).isInstanceOf(RowException.class);
  }

  @Test
  void anEmptyFileIsAnEmptyTable() throws Exception {
    assertThat(of("a.csv", ""))
        .isEqualTo(new Preview("csv", new Preview.Rows(List.of(), List.of()), false));
  }
}
