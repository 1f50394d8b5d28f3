package dev.legato.data.excel;

import dev.legato.data.RowException;
import dev.legato.data.RowReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An Excel workbook. Its sheets are read a row at a time; the texts that cells share are held in
 * memory.
 */
public final class Workbook implements Closeable {
  private static final String BOOK = "xl/workbook.xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final long MOST_STRUCTURE = 16 << 20;
  private static final long MOST_TEXTS = 64 << 20;
  private static final int MOST_SHARED = 2_000_000;

  private final Parts parts;
  private final Map<String, String> sheets;
  private final SheetContext context;

  /** What cells refer to. */
  record SheetContext(List<String> texts, Styles styles, boolean since1904) {}

  private Workbook(Parts parts) throws IOException {
    this.parts = parts;
    boolean[] since1904 = {false};
    this.sheets = sheets(parts, since1904);
    List<String> texts = parts.read("xl/sharedStrings.xml", MOST_TEXTS, Workbook::texts);
    Styles styles = parts.read("xl/styles.xml", MOST_STRUCTURE, Styles::read);
    this.context =
        new SheetContext(
            texts == null ? List.of() : texts, styles == null ? Styles.NONE : styles, since1904[0]);
  }

  /**
   * Opens a workbook.
   *
   * @throws RowException when it is none
   */
  public static Workbook open(Path file) throws IOException {
    Parts parts = Parts.open(file);
    try {
      return new Workbook(parts);
    } catch (IOException | RuntimeException e) {
      parts.close();
      throw e;
    }
  }

  /** The names of the sheets, in their order. */
  public List<String> sheets() {
    return List.copyOf(sheets.keySet());
  }

  /**
   * Reads a sheet.
   *
   * @throws RowException when there is none of that name
   */
  public RowReader read(String sheet, ExcelReadOptions options) throws IOException {
    String part = sheets.get(sheet);
    InputStream in = part == null ? null : parts.open(part);
    if (in == null) {
      throw RowException.of(
          "The workbook has no sheet '%s'; it has %s.".formatted(sheet, sheets.keySet()), null);
    }
    return SheetReader.open(in, sheet, context, options);
  }

  private static Map<String, String> sheets(Parts parts, boolean[] since1904) throws IOException {
    Map<String, String> targets = parts.read(RELATIONS, MOST_STRUCTURE, Workbook::targets);
    Map<String, String> idsByName =
        parts.read(BOOK, MOST_STRUCTURE, reader -> ids(reader, since1904));
    if (idsByName == null) {
      throw RowException.of("The file is no Excel workbook (.xlsx).", null);
    }
    Map<String, String> sheets = new LinkedHashMap<>();
    int number = 0;
    for (Map.Entry<String, String> sheet : idsByName.entrySet()) {
      number++;
      String usual = "worksheets/sheet%d.xml".formatted(number);
      String target = targets == null ? usual : targets.getOrDefault(sheet.getValue(), usual);
      sheets.put(sheet.getKey(), target.startsWith("/") ? target.substring(1) : "xl/" + target);
    }
    return sheets;
  }

  private static Map<String, String> targets(XMLStreamReader reader) throws XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT
          && reader.getLocalName().equals("Relationship")) {
        targets.put(
            String.valueOf(reader.getAttributeValue(null, "Id")),
            String.valueOf(reader.getAttributeValue(null, "Target")));
      }
    }
    return targets;
  }

  private static Map<String, String> ids(XMLStreamReader reader, boolean[] since1904)
      throws XMLStreamException {
    Map<String, String> ids = new LinkedHashMap<>();
    while (reader.hasNext()) {
      if (reader.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      if (reader.getLocalName().equals("workbookPr")) {
        String flag = String.valueOf(reader.getAttributeValue(null, "date1904"));
        since1904[0] = flag.equals("1") || flag.equals("true");
      } else if (reader.getLocalName().equals("sheet")) {
        String id = "";
        for (int i = 0; i < reader.getAttributeCount(); i++) {
          // the namespace of this one differs between kinds of workbooks
          boolean relation =
              reader.getAttributeLocalName(i).equals("id")
                  && reader.getAttributeNamespace(i) != null;
          id = relation ? reader.getAttributeValue(i) : id;
        }
        ids.put(String.valueOf(reader.getAttributeValue(null, "name")), id);
      }
    }
    return ids;
  }

  private static List<String> texts(XMLStreamReader reader)
      throws XMLStreamException, RowException {
    List<String> texts = new ArrayList<>();
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT && reader.getLocalName().equals("si")) {
        if (texts.size() == MOST_SHARED) {
          throw RowException.of("The workbook has too many texts.", null);
        }
        texts.add(RichText.read(reader, "si"));
      }
    }
    return texts;
  }

  @Override
  public void close() throws IOException {
    parts.close();
  }
}
