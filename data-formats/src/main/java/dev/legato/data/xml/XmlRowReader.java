package dev.legato.data.xml;

import dev.legato.data.RowBudget;
import dev.legato.data.RowInput;
import dev.legato.data.RowLimits;
import dev.legato.data.RowReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads XML. With a path, each element there is a row, one held at a time. Without one the document
 * is read as a whole: when the root holds nothing but elements of one name, each is a row; else the
 * document is the only one.
 */
public final class XmlRowReader implements RowReader {
  private final XmlReadOptions options;
  private final RowBudget budget;
  private final RowInput in;
  private final XMLStreamReader reader;
  private final Elements elements;
  private final Deque<String> open = new ArrayDeque<>();
  private @Nullable Iterator<?> whole;
  private @Nullable Object row;

  private XmlRowReader(InputStream source, XmlReadOptions options, RowLimits limits)
      throws IOException {
    this.options = options;
    this.budget = new RowBudget(limits);
    this.in = new RowInput(source, budget);
    this.in.startRow();
    this.reader = reader(in, options, budget);
    this.elements = new Elements(reader, options.lists(), budget);
  }

  /** Reads a stream, which is closed with the reader. */
  public static XmlRowReader open(InputStream in, XmlReadOptions options) throws IOException {
    return new XmlRowReader(in, options, RowLimits.DEFAULTS);
  }

  private static XMLStreamReader reader(InputStream in, XmlReadOptions options, RowBudget budget)
      throws IOException {
    try {
      return XmlParsing.open(in, options.charset());
    } catch (XMLStreamException e) {
      throw malformed(budget, e);
    } catch (RuntimeException e) { // the parser's checks end in all kinds of them
      throw budget.fail(e, "is no valid XML.");
    }
  }

  @Override
  public boolean next() throws IOException {
    try {
      return options.path().isEmpty() ? nextOfWhole() : nextAtPath();
    } catch (XMLStreamException e) {
      throw malformed(budget, e);
    } catch (RuntimeException e) { // the parser's checks end in all kinds of them
      throw budget.fail(e, "is no valid XML.");
    }
  }

  private static IOException malformed(RowBudget budget, XMLStreamException e) {
    if (e.getNestedException() instanceof IOException cause) {
      return cause;
    }
    String why = String.valueOf(e.getMessage()).replaceAll("(?s).*Message: ", "").strip();
    int line = e.getLocation() == null ? -1 : e.getLocation().getLineNumber();
    String where = line < 0 ? "" : " (line %d)".formatted(line);
    return budget.fail(e, "is no valid XML%s: %s".formatted(where, why));
  }

  private boolean nextAtPath() throws IOException, XMLStreamException {
    in.startRow();
    while (reader.hasNext()) {
      int event = reader.next();
      if (event == XMLStreamConstants.END_ELEMENT) {
        open.removeLast();
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        open.addLast(reader.getLocalName());
        budget.value(open.size());
        if (open.size() == options.path().size() && List.copyOf(open).equals(options.path())) {
          row = elements.read(0);
          open.removeLast();
          return true;
        }
      }
    }
    row = null;
    return false;
  }

  private boolean nextOfWhole() throws IOException, XMLStreamException {
    Iterator<?> rows = whole;
    if (rows == null) {
      rows = document();
      whole = rows;
    }
    row = rows.hasNext() ? rows.next() : null;
    return row != null;
  }

  private Iterator<?> document() throws IOException, XMLStreamException {
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        String name = reader.getLocalName();
        Object root = elements.read(0);
        List<?> items = onlyList(root);
        return items == null ? List.of(Map.of(name, root)).iterator() : items.iterator();
      }
    }
    return List.of().iterator();
  }

  private static @Nullable List<?> onlyList(Object root) {
    if (root instanceof List<?> list) {
      return list;
    }
    boolean single = root instanceof Map<?, ?> map && map.size() == 1;
    return single && ((Map<?, ?>) root).values().iterator().next() instanceof List<?> list
        ? list
        : null;
  }

  @Override
  public @Nullable Object row() {
    return row;
  }

  @Override
  public void close() throws IOException {
    try (in) {
      reader.close();
    } catch (XMLStreamException e) {
      throw new IOException(e.getMessage(), e);
    }
  }
}
