package dev.legato.data.toon;

import dev.legato.data.RowBudget;
import dev.legato.data.RowException;
import dev.legato.data.RowLimits;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads TOON. Arrays must have the length that they declare. */
public final class ToonParser {
  private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]{0,999})");
  private static final Pattern FRACTION =
      Pattern.compile("-?[0-9]{1,300}(\\.[0-9]{1,300})?([eE][+-]?[0-9]{1,3})?");

  private final List<Line> lines;
  private final RowBudget budget = new RowBudget(RowLimits.DEFAULTS);
  private int at;

  /** A line without its blanks. */
  private record Line(int number, int indent, String text) {}

  private ToonParser(List<Line> lines) {
    this.lines = lines;
  }

  /** The value of a text. */
  public static @Nullable Object parse(String text) throws RowException {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      String content = line.strip();
      if (!content.isEmpty()) {
        lines.add(new Line(number, line.indexOf(content) / 2, content));
      }
    }
    return new ToonParser(lines).document();
  }

  private @Nullable Object document() throws RowException {
    if (lines.isEmpty()) {
      return Map.of();
    }
    String first = lines.getFirst().text();
    Head head = Head.of(first);
    if (lines.size() == 1 && head == null) {
      return scalar(first);
    }
    Object document;
    if (head != null && head.key().isEmpty() && head.length() >= 0) {
      at++;
      document = list(head, 0);
    } else {
      document = object(0, new LinkedHashMap<>());
    }
    if (at < lines.size()) {
      throw wrong("does not belong to anything before it");
    }
    return document;
  }

  /** Fields at an indentation, added to those there are. */
  private Map<String, @Nullable Object> object(int indent, Map<String, @Nullable Object> fields)
      throws RowException {
    budget.value(indent);
    while (at < lines.size() && lines.get(at).indent() == indent) {
      field(lines.get(at).text(), indent, fields);
    }
    return fields;
  }

  private void field(String text, int indent, Map<String, @Nullable Object> fields)
      throws RowException {
    Head head = Head.of(text);
    if (head == null) {
      throw wrong("has no key");
    }
    at++;
    if (head.length() >= 0) {
      fields.put(head.key(), list(head, indent));
    } else if (head.rest().isEmpty()) {
      fields.put(head.key(), object(indent + 1, new LinkedHashMap<>()));
    } else {
      fields.put(head.key(), scalar(head.rest()));
    }
  }

  private List<@Nullable Object> list(Head head, int indent) throws RowException {
    budget.value(indent);
    List<@Nullable Object> items = new ArrayList<>();
    if (!head.rest().isEmpty()) {
      for (String cell : Head.cells(head.rest())) {
        items.add(scalar(cell));
      }
    } else if (!head.columns().isEmpty()) {
      while (at < lines.size() && lines.get(at).indent() == indent + 1) {
        items.add(row(head.columns()));
        at++;
      }
    } else {
      while (at < lines.size()
          && lines.get(at).indent() == indent + 1
          && lines.get(at).text().startsWith("-")) {
        items.add(item(indent + 1));
      }
    }
    if (items.size() != head.length()) {
      at--;
      throw wrong(
          "belongs to an array of %d elements, but there are %d"
              .formatted(head.length(), items.size()));
    }
    return items;
  }

  private Map<String, @Nullable Object> row(List<String> columns) throws RowException {
    List<String> cells = Head.cells(lines.get(at).text());
    if (cells.size() != columns.size()) {
      throw wrong("has %d values for %d columns".formatted(cells.size(), columns.size()));
    }
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < cells.size(); i++) {
      row.put(columns.get(i), scalar(cells.get(i)));
    }
    return row;
  }

  private @Nullable Object item(int indent) throws RowException {
    String text = lines.get(at).text().substring(1).strip();
    Head head = Head.of(text);
    if (text.isEmpty()) {
      at++;
      return Map.of();
    }
    if (head == null) {
      at++;
      return scalar(text);
    }
    if (head.key().isEmpty() && head.length() >= 0) {
      at++;
      return list(head, indent);
    }
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    field(text, indent + 1, fields);
    return object(indent + 1, fields);
  }

  private @Nullable Object scalar(String text) throws RowException {
    budget.value(0);
    return switch (text) {
      case "null" -> null;
      case "true" -> true;
      case "false" -> false;
      default -> {
        if (text.startsWith("\"")) {
          yield Head.unquoted(text);
        }
        if (WHOLE.matcher(text).matches()) {
          BigInteger number = new BigInteger(text);
          yield number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
        }
        yield FRACTION.matcher(text).matches() && !text.matches("-?0[0-9].*")
            ? (Object) Double.valueOf(text)
            : text;
      }
    };
  }

  private RowException wrong(String what) {
    int number = lines.get(Math.min(Math.max(at, 0), lines.size() - 1)).number();
    return RowException.of("Line %d %s.".formatted(number, what), null);
  }
}
