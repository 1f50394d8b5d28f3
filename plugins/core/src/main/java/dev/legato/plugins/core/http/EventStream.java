package dev.legato.plugins.core.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events, as the HTML standard has them. */
final class EventStream {
  private final BufferedReader lines;
  private @Nullable String lastId;

  EventStream(InputStream in) {
    this.lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /**
   * One event.
   *
   * @param id of this event or of the last one that had one
   * @param name of its kind; absent for the usual one
   * @param data its lines
   */
  record Event(@Nullable String id, @Nullable String name, String data) {}

  /** The next event that has data; null when the stream has ended. */
  @Nullable Event next() throws IOException {
    StringBuilder data = new StringBuilder();
    boolean hasData = false;
    String name = null;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.isEmpty()) {
        if (hasData) {
          return new Event(lastId, name, data.toString());
        }
        name = null;
        continue;
      }
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).replaceFirst("^ ", "");
      switch (field) {
        case "data" -> {
          data.append(hasData ? "\n" : "").append(value);
          hasData = true;
        }
        case "event" -> name = value;
        case "id" -> lastId = value;
        default -> {} // remarks, waits before a new connection, and what is not known yet
      }
    }
    return hasData ? new Event(lastId, name, data.toString()) : null;
  }
}
