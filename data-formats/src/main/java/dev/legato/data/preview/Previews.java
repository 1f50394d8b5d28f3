package dev.legato.data.preview;

import dev.legato.data.BadRows;
import dev.legato.data.OnBadRow;
import dev.legato.data.RowException;
import dev.legato.data.RowReader;
import dev.legato.data.avro.AvroRowReader;
import dev.legato.data.csv.CsvReadOptions;
import dev.legato.data.csv.CsvRowReader;
import dev.legato.data.excel.ExcelReadOptions;
import dev.legato.data.excel.Workbook;
import dev.legato.data.ion.IonRowReader;
import dev.legato.data.json.JsonRowReader;
import dev.legato.data.parquet.ParquetRowReader;
import dev.legato.data.preview.Preview.Content;
import dev.legato.data.xml.XmlReadOptions;
import dev.legato.data.xml.XmlRowReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes previews. */
public final class Previews {
  private final Path scratch;

  /**
   * @param scratch a folder for copies of files that cannot be read from their beginning
   */
  public Previews(Path scratch) {
    this.scratch = scratch;
  }

  /**
   * The beginning of a file. Where the rows of a text file are malformed, those before are shown;
   * when there are none, the text itself is.
   *
   * @param charset of files of text
   * @throws RowException when nothing can be shown; its message says why
   */
  public Preview of(PreviewSource source, Charset charset, PreviewLimits limits)
      throws IOException {
    return switch (source.extension()) {
      case "ion" -> rowsOrText(source, IonRowReader::open, charset, limits);
      case "csv" ->
          rowsOrText(source, in -> CsvRowReader.open(in, csv(',', charset)), charset, limits);
      case "tsv" ->
          rowsOrText(source, in -> CsvRowReader.open(in, csv('\t', charset)), charset, limits);
      case "jsonl", "ndjson" ->
          rowsOrText(source, in -> JsonRowReader.lines(in, charset), charset, limits);
      case "json" -> json(source, charset, limits);
      case "xml" -> xml(source, charset, limits);
      case "avro" ->
          rows(source, AvroRowReader.open(source.opening().open(), BadRows.FAIL), limits, false);
      case "parquet" -> copied(source, limits, ParquetRowReader::open);
      case "xlsx" -> workbook(source, limits);
      case "png", "jpg", "jpeg", "gif", "webp", "bmp" ->
          whole(source, limits, Pictures::isPicture, Preview.Image::new, "picture");
      case "pdf" -> whole(source, limits, Pictures::isPdf, Preview.Pdf::new, "PDF document");
      case "md", "markdown" -> text(source, charset, limits, Preview.Markdown::new);
      default -> text(source, charset, limits, Preview.Text::new);
    };
  }

  private static CsvReadOptions csv(char separator, Charset charset) {
    CsvReadOptions usual = CsvReadOptions.DEFAULTS;
    return new CsvReadOptions(
        true,
        separator,
        usual.quote(),
        true,
        0,
        CsvReadOptions.EmptyHeader.RENAME,
        true,
        usual.longestField(),
        usual.longestRow(),
        charset,
        new BadRows(OnBadRow.SKIP, _ -> {}));
  }

  /** Opens a reader of a stream. */
  @FunctionalInterface
  private interface Opening {
    RowReader open(InputStream in) throws IOException;
  }

  /** Opens a reader of a local file. */
  @FunctionalInterface
  private interface LocalOpening {
    RowReader open(Path file) throws IOException;
  }

  private static Preview json(PreviewSource source, Charset charset, PreviewLimits limits)
      throws IOException {
    try (InputStream in = source.opening().open()) {
      String beginning = new String(in.readNBytes(1_000), charset).strip();
      if (!beginning.startsWith("[")) { // a document that is no table reads best as it is
        return text(source, charset, limits, Preview.Text::new);
      }
    }
    return rowsOrText(source, in -> JsonRowReader.document(in, charset), charset, limits);
  }

  /** A list of elements as a table; any other document reads best as it is. */
  private static Preview xml(PreviewSource source, Charset charset, PreviewLimits limits)
      throws IOException {
    if (source.size() <= limits.characters()) { // it would be read as a whole
      XmlReadOptions options = new XmlReadOptions(List.of(), List.of(), charset);
      Preview table = rowsOrText(source, in -> XmlRowReader.open(in, options), charset, limits);
      if (table.content() instanceof Preview.Rows rows && rows.rows().size() > 1) {
        return table;
      }
    }
    return text(source, charset, limits, Preview.Text::new);
  }

  private static Preview rowsOrText(
      PreviewSource source, Opening opening, Charset charset, PreviewLimits limits)
      throws IOException {
    try {
      return rows(source, opening.open(source.opening().open()), limits, true);
    } catch (RowException _) {
      return text(source, charset, limits, Preview.Text::new);
    }
  }

  /**
   * The first rows.
   *
   * @param lenient whether a malformed row behind others ends the preview instead of failing it
   */
  private static Preview rows(
      PreviewSource source, RowReader opened, PreviewLimits limits, boolean lenient)
      throws IOException {
    List<@Nullable Object> rows = new ArrayList<>();
    Set<String> columns = new LinkedHashSet<>();
    Shortening shortening = new Shortening();
    boolean more = false;
    try (RowReader reader = opened) {
      while (reader.next()) {
        more = rows.size() == limits.rows() || shortening.characters() > limits.characters();
        if (more) {
          break;
        }
        Object row = shortening.shortened(reader.row());
        rows.add(row);
        if (row instanceof Map<?, ?> fields) {
          fields.keySet().forEach(name -> columns.add(String.valueOf(name)));
        }
      }
    } catch (RowException e) {
      if (rows.isEmpty() || !lenient) {
        throw e;
      }
      more = true;
    }
    return new Preview(source.extension(), new Preview.Rows(List.copyOf(columns), rows), more);
  }

  private Preview copied(PreviewSource source, PreviewLimits limits, LocalOpening opening)
      throws IOException {
    checkSize(source, limits);
    Path copy = Files.createTempFile(Files.createDirectories(scratch), "preview", ".tmp");
    try {
      try (InputStream in = source.opening().open();
          var out = Files.newOutputStream(copy)) {
        in.transferTo(out);
      }
      return rows(source, opening.open(copy), limits, false);
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /** The first sheet. */
  private Preview workbook(PreviewSource source, PreviewLimits limits) throws IOException {
    return copied(
        source,
        limits,
        file -> {
          Workbook workbook = Workbook.open(file);
          try {
            if (workbook.sheets().isEmpty()) {
              throw RowException.of("The workbook has no sheets.", null);
            }
            return new OneSheet(
                workbook.read(workbook.sheets().getFirst(), ExcelReadOptions.DEFAULTS), workbook);
          } catch (IOException | RuntimeException e) {
            workbook.close();
            throw e;
          }
        });
  }

  /** Closes the workbook together with its sheet. */
  private record OneSheet(RowReader sheet, Workbook workbook) implements RowReader {
    @Override
    public boolean next() throws IOException {
      return sheet.next();
    }

    @Override
    public @Nullable Object row() {
      return sheet.row();
    }

    @Override
    public void close() throws IOException {
      try (workbook) {
        sheet.close();
      }
    }
  }

  private static void checkSize(PreviewSource source, PreviewLimits limits) throws RowException {
    if (source.size() > limits.fileBytes()) {
      throw RowException.of(
          "The file is larger than %,d bytes, which is too large to be shown; download it instead."
              .formatted(limits.fileBytes()),
          null);
    }
  }

  /** Whether bytes are what the name of their file says. */
  @FunctionalInterface
  private interface Proof {
    boolean holds(byte[] bytes);
  }

  /** Makes a content of a text, or of bytes in Base64. */
  @FunctionalInterface
  private interface ContentOf {
    Content of(String text);
  }

  private static Preview whole(
      PreviewSource source, PreviewLimits limits, Proof proof, ContentOf content, String kind)
      throws IOException {
    checkSize(source, limits);
    try (InputStream in = source.opening().open()) {
      byte[] bytes = in.readAllBytes();
      if (!proof.holds(bytes)) {
        throw RowException.of("The file is no %s, whatever its name says.".formatted(kind), null);
      }
      return new Preview(
          source.extension(), content.of(Base64.getEncoder().encodeToString(bytes)), false);
    }
  }

  private static Preview text(
      PreviewSource source, Charset charset, PreviewLimits limits, ContentOf content)
      throws IOException {
    try (InputStream in = source.opening().open()) {
      String text = new String(in.readNBytes(limits.characters()), charset);
      String[] lines = text.split("\n", limits.rows() + 1);
      boolean cut = lines.length > limits.rows();
      int end = cut ? text.length() - lines[limits.rows()].length() : text.length();
      boolean more = cut || in.read() >= 0;
      return new Preview(source.extension(), content.of(text.substring(0, end)), more);
    }
  }
}
