package dev.legato.data.xml;

import dev.legato.data.RowBudget;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Makes values of elements: a map of attributes and child elements, repeated ones in a list; text
 * beside those has the key {@code content}. An element of nothing but text is that text, or the
 * number, truth or null that it looks like.
 */
final class Elements {
  private static final String TEXT_KEY = "content";
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,999})");
  private static final Pattern FRACTION =
      Pattern.compile("-?(0|[1-9][0-9]{0,300})(\\.[0-9]{1,300})?([eE][+-]?[0-9]{1,3})?");

  private final XMLStreamReader reader;
  private final List<String> lists;
  private final RowBudget budget;

  Elements(XMLStreamReader reader, List<String> lists, RowBudget budget) {
    this.reader = reader;
    this.lists = lists;
    this.budget = budget;
  }

  /** The element whose start was read last; its end is read, too. */
  Object read(int depth) throws XMLStreamException, IOException {
    budget.value(depth);
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      budget.value(depth + 1);
      fields.put(reader.getAttributeLocalName(i), value(reader.getAttributeValue(i)));
    }
    StringBuilder text = new StringBuilder();
    while (true) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          String name = reader.getLocalName();
          add(fields, name, field(name, depth));
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
            text.append(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE ->
            throw budget.fail(
                "uses the entity '%s'; entities are not expanded."
                    .formatted(reader.getLocalName()));
        case XMLStreamConstants.END_ELEMENT -> {
          return finished(fields, text.toString().strip());
        }
        default -> {
          // comments and the like
        }
      }
    }
  }

  private @Nullable Object field(String name, int depth) throws XMLStreamException, IOException {
    Object element = read(depth + 1);
    Object field = element instanceof String text ? value(text) : element;
    if (!lists.contains(name) || field instanceof List<?>) {
      return field;
    }
    List<@Nullable Object> list = new ArrayList<>();
    list.add(field);
    return list;
  }

  private static Object finished(Map<String, @Nullable Object> fields, String text) {
    if (fields.isEmpty()) {
      return text;
    }
    if (!text.isEmpty()) {
      add(fields, TEXT_KEY, value(text));
    }
    return fields;
  }

  /** A name that is there already becomes a list. */
  @SuppressWarnings("unchecked") // lists in fields are made here
  private static void add(
      Map<String, @Nullable Object> fields, String name, @Nullable Object field) {
    if (!fields.containsKey(name)) {
      fields.put(name, field);
    } else if (fields.get(name) instanceof List<?> known) {
      List<@Nullable Object> list = (List<@Nullable Object>) known;
      if (field instanceof List<?> more) {
        list.addAll(more);
      } else {
        list.add(field);
      }
    } else {
      List<@Nullable Object> list = new ArrayList<>();
      list.add(fields.get(name));
      list.add(field);
      fields.put(name, list);
    }
  }

  private static @Nullable Object value(String text) {
    if (text.equalsIgnoreCase("true")) {
      return true;
    }
    if (text.equalsIgnoreCase("false")) {
      return false;
    }
    if (text.equalsIgnoreCase("null")) {
      return null;
    }
    if (WHOLE.matcher(text).matches()) {
      BigInteger number = new BigInteger(text);
      return number.bitLength() < Integer.SIZE
          ? (Number) number.intValue()
          : number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }
    return FRACTION.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
  }
}
