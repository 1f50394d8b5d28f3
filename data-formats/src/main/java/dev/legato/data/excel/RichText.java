package dev.legato.data.excel;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Texts in runs of different looks. */
final class RichText {
  private RichText() {}

  /** The text of an element whose start was read, without how it is pronounced. */
  static String read(XMLStreamReader reader, String element) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    boolean inText = false;
    boolean phonetic = false;
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          inText |= reader.getLocalName().equals("t");
          phonetic |= reader.getLocalName().equals("rPh");
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
          if (inText && !phonetic) {
            text.append(reader.getText());
          }
        }
        case XMLStreamConstants.END_ELEMENT -> {
          String name = reader.getLocalName();
          if (name.equals(element)) {
            return text.toString();
          }
          inText &= !name.equals("t");
          phonetic &= !name.equals("rPh");
        }
        default -> {
          // comments and the like
        }
      }
    }
  }
}
