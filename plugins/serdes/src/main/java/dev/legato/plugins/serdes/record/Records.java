package dev.legato.plugins.serdes.record;

import dev.legato.data.RowReader;
import dev.legato.data.ion.IonRowReader;
import dev.legato.data.json.JsonRowReader;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskFiles;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Records one after the other: of a file, or those that the flow gives as they are. */
final class Records implements Closeable {
  private final @Nullable RowReader reader;
  private final Deque<@Nullable Object> waiting = new ArrayDeque<>();
  private long number;

  private Records(@Nullable RowReader reader, List<?> given) {
    this.reader = reader;
    given.forEach(each -> waiting.add(each == null ? Null.NULL : each));
  }

  /** Queues hold no null. */
  private enum Null {
    NULL
  }

  /** Whether a property names a file. */
  static boolean isFile(@Nullable Object from) {
    return from instanceof URI
        || (from instanceof String text && TaskFiles.isAddress(text.strip()));
  }

  static Records open(@Nullable Object from, TaskContext context) throws TaskFailure, IOException {
    return switch (from) {
      case Object address when isFile(address) -> ofFile(String.valueOf(address).strip(), context);
      case String text -> open(parsed(text), context);
      case List<?> list -> new Records(null, list);
      case Map<?, ?> map -> new Records(null, List.of(map));
      case null, default ->
          throw new TaskFailure(
              "'from' must be a list of records, a record, or the address of a file in Ion.");
    };
  }

  private static Records ofFile(String address, TaskContext context)
      throws TaskFailure, IOException {
    try {
      return new Records(IonRowReader.open(context.files().read(URI.create(address))), List.of());
    } catch (IllegalArgumentException e) {
      throw new TaskFailure("'from' has '%s', which is no address.".formatted(address), e);
    }
  }

  private static @Nullable Object parsed(String text) throws TaskFailure, IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    String start = text.stripLeading();
    if (!start.startsWith("[") && !start.startsWith("{")) {
      throw new TaskFailure(
          "'from' must be records, such as a list of maps, or the address of a file in Ion.");
    }
    try (JsonRowReader json =
        JsonRowReader.lines(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      return json.next() ? json.row() : List.of();
    }
  }

  /** The next record; null behind the last one. A list at the top is its elements. */
  @Nullable Map<String, @Nullable Object> next() throws TaskFailure, IOException {
    while (waiting.isEmpty() && reader != null && reader.next()) {
      Object row = reader.row();
      if (row instanceof List<?> list) {
        list.forEach(each -> waiting.add(each == null ? Null.NULL : each));
      } else {
        waiting.add(row == null ? Null.NULL : row);
      }
    }
    if (waiting.isEmpty()) {
      return null;
    }
    number++;
    if (!(waiting.remove() instanceof Map<?, ?> map)) {
      throw new TaskFailure("Record %d is no map from names to values.".formatted(number));
    }
    Map<String, @Nullable Object> record = new LinkedHashMap<>();
    map.forEach((key, value) -> record.put(String.valueOf(key), value));
    return record;
  }

  /** The number of the record that came last, from 1. */
  long number() {
    return number;
  }

  @Override
  public void close() throws IOException {
    if (reader != null) {
      reader.close();
    }
  }
}
