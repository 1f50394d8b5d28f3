package dev.legato.language.expression.runtime;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a JSON value is printed: text as it is, null as nothing, lists and maps as JSON. */
public final class Texts {
  private static final String HEX = "0123456789abcdef";

  private Texts() {}

  /** The text of a value in a template. Charges the budget for lists and maps. */
  public static String print(@Nullable Object value, Budget budget) {
    return switch (value) {
      case null -> "";
      case String text -> text;
      case List<?> list -> json(list, budget);
      case Map<?, ?> map -> json(map, budget);
      case Number number -> number(number);
      default -> value.toString();
    };
  }

  /** Compact JSON. Charges the budget. */
  public static String json(@Nullable Object value, Budget budget) {
    StringBuilder out = new StringBuilder();
    write(value, out, budget, 0);
    return out.toString();
  }

  private static void write(@Nullable Object value, StringBuilder out, Budget budget, int depth) {
    Values.checkDepth(depth);
    budget.fits(out.length());
    switch (value) {
      case null -> out.append("null");
      case Boolean flag -> out.append(flag.booleanValue());
      case Double fraction when !Double.isFinite(fraction) -> quote(fraction.toString(), out);
      case Number number -> out.append(number(number));
      case List<?> list -> writeList(list, out, budget, depth);
      case Map<?, ?> map -> writeMap(map, out, budget, depth);
      default -> {
        String text = value.toString();
        budget.text(text.length());
        quote(text, out);
      }
    }
  }

  private static void writeList(List<?> list, StringBuilder out, Budget budget, int depth) {
    out.append('[');
    boolean first = true;
    for (Object item : list) {
      budget.step();
      if (!first) {
        out.append(',');
      }
      first = false;
      write(item, out, budget, depth + 1);
    }
    out.append(']');
  }

  private static void writeMap(Map<?, ?> map, StringBuilder out, Budget budget, int depth) {
    out.append('{');
    boolean first = true;
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      budget.step();
      if (!first) {
        out.append(',');
      }
      first = false;
      quote(key(entry.getKey(), budget), out);
      out.append(':');
      write(entry.getValue(), out, budget, depth + 1);
    }
    out.append('}');
  }

  /** The text under which a value becomes the key of a map. */
  public static String key(@Nullable Object key, Budget budget) {
    return key instanceof String text ? text : key == null ? "null" : print(key, budget);
  }

  private static String number(Number number) {
    Values.checked(number);
    return number instanceof BigDecimal big ? big.toPlainString() : number.toString();
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        default -> {
          if (c < ' ') {
            out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}
