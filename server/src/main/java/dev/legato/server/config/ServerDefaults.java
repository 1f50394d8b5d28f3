package dev.legato.server.config;

import dev.legato.language.flow.PluginDefault;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the lists of plugin defaults in a configuration. */
final class ServerDefaults {
  private static final String SHAPE = "must be a list of entries with 'type' and 'values'";

  private ServerDefaults() {}

  /**
   * The entries in order.
   *
   * @param key how problems name the list
   */
  static List<PluginDefault> read(String key, Object value, List<String> problems) {
    List<PluginDefault> defaults = new ArrayList<>();
    if (!(value instanceof List<?> entries)) {
      problems.add("%s %s".formatted(key, SHAPE));
      return defaults;
    }
    for (Object entry : entries) {
      if (entry instanceof Map<?, ?> map
          && map.get("type") instanceof String type
          && map.get("values") instanceof Map<?, ?> values) {
        defaults.add(
            new PluginDefault(type, Boolean.TRUE.equals(map.get("forced")), keyed(values)));
      } else {
        problems.add("%s %s, but one is %s".formatted(key, SHAPE, entry));
      }
    }
    return defaults;
  }

  private static Map<String, @Nullable Object> keyed(Map<?, ?> values) {
    Map<String, @Nullable Object> keyed = new LinkedHashMap<>();
    values.forEach((name, value) -> keyed.put(String.valueOf(name), value));
    return keyed;
  }
}
