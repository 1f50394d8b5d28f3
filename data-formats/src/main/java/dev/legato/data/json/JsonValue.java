package dev.legato.data.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows for those who know JSON only, such as expressions. */
public final class JsonValue {
  private JsonValue() {}

  /** The value with dates, times and bytes as text. */
  public static @Nullable Object of(@Nullable Object value) {
    return switch (value) {
      case null -> null;
      case String _, Boolean _, Number _ -> value;
      case List<?> list -> {
        List<@Nullable Object> items = new ArrayList<>(list.size());
        for (Object item : list) {
          items.add(of(item));
        }
        yield items;
      }
      case Map<?, ?> map -> fields(map);
      case Instant instant -> instant.toString();
      default -> IsoText.of(value, ZoneOffset.UTC);
    };
  }

  /** The fields with dates, times and bytes as text. */
  public static Map<String, @Nullable Object> fields(Map<?, ?> map) {
    Map<String, @Nullable Object> fields = LinkedHashMap.newLinkedHashMap(map.size());
    for (Map.Entry<?, ?> field : map.entrySet()) {
      fields.put(String.valueOf(field.getKey()), of(field.getValue()));
    }
    return fields;
  }
}
