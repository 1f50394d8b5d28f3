package dev.legato.data.preview;

import dev.legato.data.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes rows of any size fit to be shown. */
final class Shortening {
  private static final int LONGEST_TEXT = 5_000;
  private static final int MOST_ELEMENTS = 1_000;

  private int characters;

  /** The row as JSON, with long texts, lists and maps cut. */
  @Nullable Object shortened(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case List<?> list -> {
        List<@Nullable Object> items = new ArrayList<>();
        for (Object item : list.subList(0, Math.min(list.size(), MOST_ELEMENTS))) {
          items.add(shortened(item));
        }
        yield items;
      }
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (Map.Entry<?, ?> field : map.entrySet()) {
          if (fields.size() == MOST_ELEMENTS) {
            break;
          }
          fields.put(text(String.valueOf(field.getKey())), shortened(field.getValue()));
        }
        yield fields;
      }
      case byte[] bytes -> text("%,d bytes".formatted(bytes.length));
      default -> JsonValue.of(value) instanceof String text ? text(text) : counted(value);
    };
  }

  private Object counted(Object value) {
    characters += 8;
    return value;
  }

  private String text(String text) {
    String cut = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "…" : text;
    characters += cut.length();
    return cut;
  }

  /** How many characters there are in all rows so far. */
  int characters() {
    return characters;
  }
}
