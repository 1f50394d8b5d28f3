package dev.legato.plugins.core.storage;

import dev.legato.data.ion.IonRowReader;
import dev.legato.data.json.JsonValue;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads items, which are rows in Ion or lines of JSON, and asks expressions about them. */
final class Items {
  private static final int ITEMS_BETWEEN_LOOKS = 256;

  private final TaskContext context;

  Items(TaskContext context) {
    this.context = context;
  }

  /** Takes one item after the other. */
  @FunctionalInterface
  interface Taker {
    void take(@Nullable Object item) throws TaskFailure, IOException, InterruptedException;
  }

  /** Hands over all items of a file, and says how many there were. */
  long each(URI file, Taker taker) throws TaskFailure, IOException, InterruptedException {
    long count = 0;
    try (IonRowReader reader = IonRowReader.open(context.files().read(file))) {
      while (reader.next()) {
        if (count++ % ITEMS_BETWEEN_LOOKS == 0 && Thread.interrupted()) {
          throw new InterruptedException();
        }
        taker.take(reader.row());
      }
    }
    return count;
  }

  /** What an expression says of an item; it sees the item's fields, or else the item as 'item'. */
  @Nullable Object ask(String expression, @Nullable Object item) throws TaskFailure {
    Map<String, ?> variables =
        item instanceof Map<?, ?> fields
            ? JsonValue.fields(fields)
            : Collections.singletonMap("item", JsonValue.of(item));
    return context.evaluate(expression, variables);
  }
}
