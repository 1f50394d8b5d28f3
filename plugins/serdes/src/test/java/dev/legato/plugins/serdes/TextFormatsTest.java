package dev.legato.plugins.serdes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.legato.plugins.serdes.conversion.Converted;
import dev.legato.testkit.task.RecordingContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CSV and JSON, under their names of today and of old. */
class TextFormatsTest {
  @TempDir private static Path folder;

  private final RecordingContext context = new RecordingContext(folder);

  private Converted run(String type, URI from, Map<String, ?> further) throws Exception {
    Map<String, Object> properties = new HashMap<>(further);
    properties.put("from", from.toString());
    return (Converted) context.run("io.kestra.plugin.serdes." + type, properties);
  }

  @ParameterizedTest
  @CsvSource({"csv.CsvReader,csv.CsvWriter", "csv.CsvToIon,csv.IonToCsv"})
  void csvGoesToRowsAndBack(String reader, String writer) throws Exception {
    URI csv = context.files.put("a.csv", "id,name\n1,ada\n2,\"grace, h.\"\n");

    Converted rows = run(reader, csv, Map.of());
    Converted back = run(writer, rows.uri(), Map.of());

    assertThat(rows.size()).isEqualTo(2);
    assertThat(context.files.text(rows.uri()))
        .isEqualTo("{id:\"1\",name:\"ada\"}\n{id:\"2\",name:\"grace, h.\"}\n");
    assertThat(back.uri().getPath()).endsWith(".csv");
    assertThat(context.files.text(back.uri())).isEqualTo(context.files.text(csv));
    assertThat(context.figures).containsExactly("count records 2.0 {}", "count records 2.0 {}");
  }

  @Test
  void allOptionsOfCsvReachTheReader() throws Exception {
    URI csv =
        context.files.put(
            "b.csv", "é\t\n0\t0\n\n1\t2\n1\n3\t'4'x\n".getBytes(StandardCharsets.ISO_8859_1));
    Map<String, ?> options =
        Map.of(
            "fieldSeparator", "\\t",
            "textDelimiter", "'",
            "skipEmptyRows", true,
            "onBadLines", "warn",
            "onEmptyHeader", "RENAME",
            "skipRows", "1",
            "charset", "ISO-8859-1",
            "allowExtraCharsAfterClosingQuote", true,
            "errorOnDifferentFieldCount", true,
            "maxFieldSize", 10);

    Converted rows = run("csv.CsvToIon", csv, options);

    assertThat(context.files.text(rows.uri()))
        .isEqualTo("{'é':\"1\",col_1:\"2\"}\n{'é':\"3\",col_1:\"4x\"}\n");
    assertThat(context.lines)
        .containsExactly("WARN Row 3 does not fit the header: Expected 2 fields, got 1.");
  }

  @Test
  void allOptionsOfCsvReachTheWriter() throws Exception {
    URI rows = context.files.put("c.ion", "[1,\"é\",2023-01-02,2023-01-02T03:04:05Z,null]");
    Map<String, ?> options =
        Map.of(
            "header", false,
            "fieldSeparator", ";",
            "textDelimiter", "'",
            "lineDelimiter", List.of("\r", "\n"),
            "quoteMode", "NON_NUMERIC",
            "alwaysDelimitText", true,
            "charset", "UTF-16",
            "dateFormat", "dd/MM/yyyy",
            "dateTimeFormat", "HH'h'");

    Converted csv = run("csv.IonToCsv", rows, options);

    assertThat(new String(context.files.bytes(csv.uri()), StandardCharsets.UTF_16))
        .isEqualTo("1;'é';'02/01/2023';'03h';''\r\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fieldSeparator | ab     | 'fieldSeparator' must be one character",
        "charset        | UTF-99 | 'charset' is 'UTF-99'",
        "lineDelimiter  | x      | 'lineDelimiter' must be",
        "timeZoneId     | Mars/X | 'timeZoneId' is 'Mars/X'",
        "dateFormat     | {      | malformed",
        "textDelimiter  | ,      | Control characters must differ"
      })
  void optionsThatMakeNoSenseAreNamed(String name, String value, String message) {
    URI rows = context.files.put("d.ion", "{a:1}");

    assertThatThrownBy(() -> run("csv.IonToCsv", rows, Map.of(name, value)))
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({"json.JsonReader,json.JsonWriter", "json.JsonToIon,json.IonToJson"})
  void jsonGoesToRowsAndBack(String reader, String writer) throws Exception {
    URI document = context.files.put("a.json", "[{\"a\":1.5},{\"a\":null}, null]");

    Converted rows = run(reader, document, Map.of("newLine", false));
    Converted lines = run(writer, rows.uri(), Map.of());
    Converted back = run(writer, rows.uri(), Map.of("newLine", false));

    assertThat(rows.size()).isEqualTo(2);
    assertThat(context.files.text(rows.uri())).isEqualTo("{a:1.5e0}\n{a:null}\n");
    assertThat(lines.uri().getPath()).endsWith(".jsonl");
    assertThat(context.files.text(lines.uri())).isEqualTo("{\"a\":1.5}\n{\"a\":null}\n");
    assertThat(context.files.text(back.uri())).isEqualTo("[{\"a\":1.5},{\"a\":null}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[1,{\"a\":2}] | 1;{\"a\":2};", "{\"a\":1} {\"a\":2} | {\"a\":1};{\"a\":2};"})
  void aDocumentBecomesLines(String document, String lines) throws Exception {
    Converted converted = run("json.JsonToJsonl", context.files.put("e.json", document), Map.of());

    assertThat(context.files.text(converted.uri()).replace('\n', ';')).isEqualTo(lines);
  }

  @Test
  void aBareValueDoesNotBecomeLines() {
    assertThatThrownBy(() -> run("json.JsonToJsonl", context.files.put("f.json", "5"), Map.of()))
        .hasMessageContaining("must hold a JSON array or objects");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,\"b\":{\"c\":\"x y\"}} | a: 1~b:~  c: x y~",
        "{\"t\":[{\"i\":1,\"n\":\"a,b\"},{\"i\":2,\"n\":null}]} | t[2]{i,n}:~  1,\"a,b\"~  2,null~",
        "[1,\"2\",true,\"\"] | [4]: 1,\"2\",true,\"\"~",
        "{\"l\":[{\"a\":1,\"b\":[2]},[3],\"- x\",{}]} | l[4]:~  - a: 1~    b[1]: 2~  - [1]: 3~  -"
            + " \"- x\"~  -~",
        "{\"e\":[],\"o\":{},\"007\":\"007\"} | e[0]:~o:~\"007\": \"007\"~",
        "\"text\" | text~"
      })
  void jsonGoesToToonAndBack(String json, String toon) throws Exception {
    Converted converted = run("json.JsonToToon", context.files.put("t.json", json), Map.of());
    Converted back = run("json.ToonToJson", converted.uri(), Map.of());

    assertThat(context.files.text(converted.uri())).isEqualTo(toon.replace('~', '\n'));
    assertThat(context.files.text(back.uri())).isEqualTo(json);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a[3]: 1,2 | Line 1 belongs to an array of 3 elements, but there are 2.",
        "a[1]{x,y}:~  1 | Line 2 has 1 values for 2 columns.",
        "a: 1~    b: 2 | Line 2 does not belong to anything before it.",
        "a: 1~b | Line 2 has no key."
      })
  void toonThatIsMalformedIsRefusedByLine(String toon, String message) {
    URI file = context.files.put("bad.toon", toon.replace('~', '\n'));

    assertThatThrownBy(() -> run("json.ToonToJson", file, Map.of())).hasMessage(message);
  }
}
