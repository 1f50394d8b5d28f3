package dev.legato.data.fuzz;

import static dev.legato.data.Rows.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.DescriptorProtos;
import dev.legato.data.BadRows;
import dev.legato.data.RowException;
import dev.legato.data.RowReader;
import dev.legato.data.Rows;
import dev.legato.data.avro.AvroRowReader;
import dev.legato.data.avro.AvroRowWriter;
import dev.legato.data.avro.AvroWriteOptions;
import dev.legato.data.avro.SchemaInference;
import dev.legato.data.csv.CsvReadOptions;
import dev.legato.data.csv.CsvRowReader;
import dev.legato.data.csv.CsvRowWriter;
import dev.legato.data.csv.CsvWriteOptions;
import dev.legato.data.excel.ExcelReadOptions;
import dev.legato.data.excel.Workbook;
import dev.legato.data.excel.WorkbookWriter;
import dev.legato.data.ion.IonRowReader;
import dev.legato.data.ion.IonRowWriter;
import dev.legato.data.json.JsonRowReader;
import dev.legato.data.json.JsonRowWriter;
import dev.legato.data.json.JsonWriteOptions;
import dev.legato.data.parquet.ParquetRowReader;
import dev.legato.data.parquet.ParquetRowWriter;
import dev.legato.data.parquet.ParquetWriteOptions;
import dev.legato.data.protobuf.MessageTypes;
import dev.legato.data.protobuf.ProtobufReadOptions;
import dev.legato.data.protobuf.ProtobufRowReader;
import dev.legato.data.text.TextRules;
import dev.legato.data.xml.XmlReadOptions;
import dev.legato.data.xml.XmlRowReader;
import dev.legato.data.xml.XmlRowWriter;
import dev.legato.data.yaml.YamlRowReader;
import dev.legato.data.yaml.YamlRowWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any bytes give rows or an error that people can read: no other exception, no endless reading.
 *
 * <p>{@code -Dlegato.fuzz.seconds=60} tries longer, all formats together; {@code
 * -Dlegato.fuzz.seed} repeats a try; the seed of a failure is in its message.
 */
class ReaderFuzzTest {
  private static final long SECONDS = Long.getLong("legato.fuzz.seconds", 0);
  private static final long SEED = Long.getLong("legato.fuzz.seed", 1);
  private static final int TRIES = 200;
  private static final int MOST_ROWS = 200_000;
  private static final Duration LONGEST = Duration.ofSeconds(20);

  @TempDir private static Path folder;

  /** A format: what makes a sound file, and what reads any. */
  record Format(String name, Writing writing, Reading reading) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Format> formats() {
    return Stream.of(
        new Format(
            "ION_TEXT",
            ReaderFuzzTest::ionText,
            in -> IonRowReader.open(new ByteArrayInputStream(in))),
        new Format(
            "ION_BINARY",
            rows -> Rows.write(rows, IonRowWriter::binary),
            in -> IonRowReader.open(new ByteArrayInputStream(in))),
        new Format(
            "CSV",
            rows -> Rows.write(rows, out -> CsvRowWriter.open(out, CsvWriteOptions.DEFAULTS)),
            in -> CsvRowReader.open(new ByteArrayInputStream(in), CsvReadOptions.DEFAULTS)),
        new Format(
            "JSON",
            rows -> Rows.write(rows, out -> JsonRowWriter.open(out, JsonWriteOptions.DOCUMENT)),
            in -> JsonRowReader.document(new ByteArrayInputStream(in), StandardCharsets.UTF_8)),
        new Format(
            "XML",
            rows ->
                Rows.write(
                    rows,
                    out -> XmlRowWriter.open(out, StandardCharsets.UTF_8, "r", ZoneOffset.UTC)),
            in -> XmlRowReader.open(new ByteArrayInputStream(in), XmlReadOptions.DEFAULTS)),
        new Format(
            "YAML",
            rows ->
                Rows.write(
                    rows, out -> YamlRowWriter.open(out, StandardCharsets.UTF_8, ZoneOffset.UTC)),
            in -> YamlRowReader.open(new ByteArrayInputStream(in), StandardCharsets.UTF_8)),
        new Format(
            "AVRO",
            rows ->
                Rows.write(
                    rows, out -> AvroRowWriter.open(out, schema(rows), AvroWriteOptions.DEFAULTS)),
            in -> AvroRowReader.open(new ByteArrayInputStream(in), BadRows.FAIL)),
        new Format(
            "PARQUET",
            rows ->
                Rows.write(
                    rows,
                    out ->
                        ParquetRowWriter.open(
                            out,
                            schema(rows),
                            AvroWriteOptions.DEFAULTS,
                            ParquetWriteOptions.DEFAULTS)),
            in -> ParquetRowReader.open(stored(in))),
        new Format("EXCEL", ReaderFuzzTest::workbook, ReaderFuzzTest::firstSheet),
        new Format("PROTOBUF", _ -> messages(), ReaderFuzzTest::messages));
  }

  private interface Writing {
    byte[] write(List<Object> rows) throws IOException;
  }

  private interface Reading {
    RowReader open(byte[] bytes) throws IOException;
  }

  @ParameterizedTest
  @MethodSource("formats")
  void anyBytesGiveRowsOrAnError(Format format) throws Exception {
    byte[] sound = format.writing.write(rows());
    assertThat(read(format, sound)).isTrue();

    long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos() / formats().count();
    for (long seed = SEED; seed < SEED + TRIES || System.nanoTime() < end; seed++) {
      byte[] bytes = Mutation.of(sound, new Random(seed));
      try {
        long start = System.nanoTime();
        read(format, bytes);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(LONGEST);
      } catch (Throwable e) {
        throw new AssertionError("%s, seed %d".formatted(format, seed), e);
      }
    }
  }

  /** Whether all rows could be read. */
  private static boolean read(Format format, byte[] bytes) throws IOException {
    try (RowReader reader = format.reading.open(bytes)) {
      for (int i = 0; i < MOST_ROWS && reader.next(); i++) {
        assertThat(String.valueOf(reader.row())).isNotNull();
      }
      return true;
    } catch (RowException e) {
      assertThat(e.getMessage()).isNotBlank().doesNotContain("Exception");
      return false;
    }
  }

  private static List<Object> rows() {
    List<Object> rows = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      rows.add(
          map(
              "id",
              i,
              "name",
              "n\"é,\n" + i,
              "price",
              i * 0.25,
              "day",
              LocalDate.of(2023, 1, 1 + i),
              "at",
              Instant.ofEpochSecond(i * 1_000_000L),
              "flag",
              i % 2 == 0 ? true : null,
              "list",
              Arrays.asList("a", null),
              "map",
              map("x", i)));
    }
    return rows;
  }

  private static byte[] ionText(List<Object> rows) throws IOException {
    return Rows.write(rows, IonRowWriter::text);
  }

  private static Schema schema(List<Object> rows) throws IOException {
    SchemaInference inference = SchemaInference.ofTypes();
    for (Object row : rows) {
      inference.add(row);
    }
    return inference.schema();
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

  private static RowReader firstSheet(byte[] bytes) throws IOException {
    try (Workbook workbook = Workbook.open(stored(bytes))) {
      if (workbook.sheets().isEmpty()) {
        throw RowException.of("The workbook has no sheets.", null);
      }
      List<Object> rows = new ArrayList<>();
      try (RowReader sheet =
          workbook.read(workbook.sheets().getFirst(), ExcelReadOptions.DEFAULTS)) {
        while (rows.size() < MOST_ROWS && sheet.next()) {
          rows.add(sheet.row());
        }
      }
      return IonRowReader.open(new ByteArrayInputStream(new byte[0]));
    }
  }

  /** The description of descriptions describes itself. */
  private static byte[] messages() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < 3; i++) {
      DescriptorProtos.getDescriptor().toProto().writeDelimitedTo(bytes);
    }
    return bytes.toByteArray();
  }

  private static RowReader messages(byte[] bytes) throws IOException {
    byte[] types =
        DescriptorProtos.FileDescriptorSet.newBuilder()
            .addFile(DescriptorProtos.getDescriptor().toProto())
            .build()
            .toByteArray();
    return ProtobufRowReader.open(
        new ByteArrayInputStream(bytes),
        MessageTypes.parse(types),
        "google.protobuf.FileDescriptorProto",
        ProtobufReadOptions.of(true, false));
  }

  private static Path stored(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("fuzz"), bytes);
  }

  @Test
  void entitiesAreNeitherExpandedNorFetched() {
    String laughs =
        "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'haha'><!ENTITY b"
            + " '&a;&a;&a;&a;'>]><l>&b;</l>";
    String outside =
        "<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><l>&a;</l>";

    for (String xml : List.of(laughs, outside)) {
      assertThatThrownBy(() -> Rows.read(xml, in -> XmlRowReader.open(in, XmlReadOptions.DEFAULTS)))
          .isInstanceOf(RowException.class)
          .hasMessageNotContaining("root:");
    }
  }

  @Test
  void deepNestingIsRefusedByEveryFormatOfText() {
    String xml = "<a>".repeat(100_000);
    String yaml = "[".repeat(100_000);
    String block = "- ".repeat(100_000);

    assertThatThrownBy(() -> Rows.read(xml, in -> XmlRowReader.open(in, XmlReadOptions.DEFAULTS)))
        .isInstanceOf(RowException.class);
    for (String text : List.of(yaml, block)) {
      assertThatThrownBy(
              () -> Rows.read(text, in -> YamlRowReader.open(in, StandardCharsets.UTF_8)))
          .isInstanceOf(RowException.class);
    }
  }

  @Test
  void aliasesOfYamlCountForWhatTheyStandFor() {
    StringBuilder laughs = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 10; i++) {
      String before = "*a" + (i - 1);
      laughs.append("a%d: &a%d [%s]\n".formatted(i, i, (before + ",").repeat(9) + before));
    }

    assertThatThrownBy(
            () ->
                Rows.read(laughs.toString(), in -> YamlRowReader.open(in, StandardCharsets.UTF_8)))
        .hasMessageContaining("more than 1,000,000 values");
  }

  @Test
  void aWorkbookThatUnpacksToFarMoreIsRefused() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write(
          "<workbook><sheets><sheet name='a'/></sheets></workbook>"
              .getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
      zip.write("<worksheet><sheetData><row r='1'>".getBytes(StandardCharsets.UTF_8));
      byte[] cells = "<c><v>1</v></c>".repeat(10_000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 400; i++) {
        zip.write(cells);
      }
      zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
      byte[] texts = "<si><t>text</t></si>".repeat(10_000).getBytes(StandardCharsets.UTF_8);
      zip.write("<sst>".getBytes(StandardCharsets.UTF_8));
      for (int i = 0; i < 500; i++) {
        zip.write(texts);
      }
    }
    assertThat(bytes.size()).isLessThan(1 << 20);

    assertThatThrownBy(() -> firstSheet(bytes.toByteArray()))
        .isInstanceOf(RowException.class)
        .hasMessageContaining("too many texts");
  }
}
