package dev.legato.data.excel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * How the values of cells are shown.
 *
 * @param formats by the number of the style
 */
record Styles(List<String> formats) {
  static final Styles NONE = new Styles(List.of());
  private static final String GENERAL = "General";

  /** Formats that need not be in a workbook. */
  private static final Map<Integer, String> KNOWN =
      Map.ofEntries(
          Map.entry(1, "0"),
          Map.entry(2, "0.00"),
          Map.entry(3, "#,##0"),
          Map.entry(4, "#,##0.00"),
          Map.entry(9, "0%"),
          Map.entry(10, "0.00%"),
          Map.entry(11, "0.00E+00"),
          Map.entry(14, "m/d/yy"),
          Map.entry(15, "d-mmm-yy"),
          Map.entry(16, "d-mmm"),
          Map.entry(17, "mmm-yy"),
          Map.entry(18, "h:mm AM/PM"),
          Map.entry(19, "h:mm:ss AM/PM"),
          Map.entry(20, "h:mm"),
          Map.entry(21, "h:mm:ss"),
          Map.entry(22, "m/d/yy h:mm"),
          Map.entry(37, "#,##0"),
          Map.entry(38, "#,##0"),
          Map.entry(39, "#,##0.00"),
          Map.entry(40, "#,##0.00"),
          Map.entry(45, "mm:ss"),
          Map.entry(46, "[h]:mm:ss"),
          Map.entry(47, "mm:ss"),
          Map.entry(49, "@"));

  static Styles read(XMLStreamReader reader) throws XMLStreamException {
    Map<Integer, String> own = new HashMap<>();
    List<String> formats = new ArrayList<>();
    boolean inCells = false;
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        inCells &= !reader.getLocalName().equals("cellXfs");
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "numFmt" ->
              own.put(
                  number(reader, "numFmtId"),
                  String.valueOf(reader.getAttributeValue(null, "formatCode")));
          case "cellXfs" -> inCells = true;
          case "xf" -> {
            if (inCells) {
              int id = number(reader, "numFmtId");
              formats.add(own.getOrDefault(id, KNOWN.getOrDefault(id, GENERAL)));
            }
          }
          default -> {
            // colours, fonts and borders
          }
        }
      }
    }
    return new Styles(formats);
  }

  private static int number(XMLStreamReader reader, String attribute) {
    String value = reader.getAttributeValue(null, attribute);
    return value == null || !value.matches("[0-9]{1,9}") ? 0 : Integer.parseInt(value);
  }

  String format(int style) {
    return style >= 0 && style < formats.size() ? formats.get(style) : GENERAL;
  }
}
