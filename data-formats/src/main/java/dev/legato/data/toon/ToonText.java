package dev.legato.data.toon;

import dev.legato.data.json.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a value as TOON: two blanks a level, {@code key: value}, arrays with their length, and
 * arrays of equal flat objects as a table.
 */
public final class ToonText {
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?|0[0-9]+");
  private static final Pattern SPECIAL = Pattern.compile("[,:\"\\\\\\[\\]{}\\p{Cntrl}]");

  private final StringBuilder out = new StringBuilder();

  private ToonText() {}

  /** The text of a value of the types of rows. */
  public static String of(@Nullable Object value) {
    ToonText text = new ToonText();
    Object json = JsonValue.of(value);
    switch (json) {
      case Map<?, ?> map -> text.fields(map, 0);
      case List<?> list -> text.list("", list, 0);
      case null, default -> text.out.append(scalar(json)).append('\n');
    }
    return text.out.toString();
  }

  private void fields(Map<?, ?> map, int depth) {
    map.forEach((key, value) -> field(key(String.valueOf(key)), value, depth, indent(depth)));
  }

  /**
   * A key and its value.
   *
   * @param before the line: blanks, or a dash as well
   */
  private void field(String key, @Nullable Object value, int depth, String before) {
    out.append(before);
    switch (value) {
      case Map<?, ?> map -> {
        out.append(key).append(":\n");
        fields(map, depth + 1);
      }
      case List<?> list -> list(key, list, depth);
      case null, default -> out.append(key).append(": ").append(scalar(value)).append('\n');
    }
  }

  private void list(String key, List<?> list, int depth) {
    out.append(key).append('[').append(list.size()).append(']');
    List<String> columns = columns(list);
    if (!columns.isEmpty()) {
      out.append('{').append(String.join(",", columns.stream().map(ToonText::key).toList()));
      out.append("}:\n");
      for (Object row : list) {
        List<String> cells = new ArrayList<>();
        ((Map<?, ?>) row).values().forEach(cell -> cells.add(scalar(cell)));
        out.append(indent(depth + 1)).append(String.join(",", cells)).append('\n');
      }
    } else if (list.stream().allMatch(ToonText::isScalar)) {
      List<String> items = list.stream().map(ToonText::scalar).toList();
      out.append(items.isEmpty() ? ":" : ": ").append(String.join(",", items)).append('\n');
    } else {
      out.append(":\n");
      list.forEach(item -> item(item, depth + 1));
    }
  }

  private void item(@Nullable Object item, int depth) {
    String dash = indent(depth) + "- ";
    switch (item) {
      case Map<?, ?> map when map.isEmpty() -> out.append(indent(depth)).append("-\n");
      case Map<?, ?> map -> {
        String before = dash;
        for (Map.Entry<?, ?> field : map.entrySet()) {
          field(key(String.valueOf(field.getKey())), field.getValue(), depth + 1, before);
          before = indent(depth + 1);
        }
      }
      case List<?> list -> {
        out.append(dash);
        list("", list, depth);
      }
      case null, default -> out.append(dash).append(scalar(item)).append('\n');
    }
  }

  /** The keys that all elements have in one order, when all their values are scalars. */
  private static List<String> columns(List<?> list) {
    List<String> columns = new ArrayList<>();
    for (Object item : list) {
      if (!(item instanceof Map<?, ?> map)
          || map.isEmpty()
          || !map.values().stream().allMatch(ToonText::isScalar)) {
        return List.of();
      }
      List<String> keys = map.keySet().stream().<String>map(String::valueOf).toList();
      if (columns.isEmpty()) {
        columns.addAll(keys);
      } else if (!columns.equals(keys)) {
        return List.of();
      }
    }
    return columns;
  }

  private static boolean isScalar(@Nullable Object value) {
    return !(value instanceof Map<?, ?>) && !(value instanceof List<?>);
  }

  private static String indent(int depth) {
    return "  ".repeat(depth);
  }

  private static String key(String key) {
    return PLAIN_KEY.matcher(key).matches() ? key : quoted(key);
  }

  private static String scalar(@Nullable Object value) {
    return switch (value) {
      case null -> "null";
      case BigDecimal number -> number.toPlainString();
      case String text -> isPlain(text) ? text : quoted(text);
      default -> value.toString();
    };
  }

  private static boolean isPlain(String text) {
    boolean word = List.of("true", "false", "null", "").contains(text);
    boolean edges = !text.equals(text.strip()) || text.startsWith("-");
    return !word && !edges && !NUMBER.matcher(text).matches() && !SPECIAL.matcher(text).find();
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> quoted.append(c);
      }
    }
    return quoted.append('"').toString();
  }
}
