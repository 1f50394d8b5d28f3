package dev.legato.plugins.serdes.conversion;

import dev.legato.data.json.JsonRowReader;
import dev.legato.plugin.TaskFailure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the property 'from' where it may name several files. */
public final class Sources {
  private Sources() {}

  /**
   * Files by their names, from a map or from a text that holds one as JSON.
   *
   * @param single the name when there is only an address; null when there must be a map
   */
  public static Map<String, URI> byName(Object from, @Nullable String single)
      throws TaskFailure, IOException {
    Object given =
        from instanceof String text && text.strip().startsWith("{") ? parsed(text) : from;
    Map<String, URI> files = new LinkedHashMap<>();
    if (given instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        files.put(String.valueOf(entry.getKey()), address(String.valueOf(entry.getValue())));
      }
    } else if (given != null && single != null) {
      files.put(single, address(String.valueOf(given)));
    } else {
      throw new TaskFailure("'from' must be a map from names to addresses of files.");
    }
    return files;
  }

  private static URI address(String written) throws TaskFailure {
    try {
      return URI.create(written.strip());
    } catch (IllegalArgumentException e) {
      throw new TaskFailure("'from' has '%s', which is no address.".formatted(written), e);
    }
  }

  private static @Nullable Object parsed(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (JsonRowReader reader =
        JsonRowReader.lines(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      return reader.next() ? reader.row() : null;
    }
  }
}
