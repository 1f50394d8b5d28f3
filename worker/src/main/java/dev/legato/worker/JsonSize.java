package dev.legato.worker;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Estimates how many bytes values take as JSON; escapes are not counted. */
final class JsonSize {
  private static final int QUOTES = 2;

  private JsonSize() {}

  static long of(@Nullable Object value) {
    return switch (value) {
      case null -> "null".length();
      case String text -> Utf8.length(text) + QUOTES;
      case List<?> list -> {
        long bytes = 1;
        for (Object element : list) {
          bytes += of(element) + 1;
        }
        yield bytes;
      }
      case Map<?, ?> map -> {
        long bytes = 1;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
          bytes += of(entry.getKey()) + of(entry.getValue()) + 2;
        }
        yield bytes;
      }
      default -> value.toString().length();
    };
  }
}
