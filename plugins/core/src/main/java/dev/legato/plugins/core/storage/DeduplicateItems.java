package dev.legato.plugins.core.storage;

import dev.legato.data.ion.IonRowWriter;
import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import java.io.IOException;
import java.net.URI;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** Keeps one item of each key. */
@TaskType(
    value = "io.kestra.plugin.core.storage.DeduplicateItems",
    aliases = "io.kestra.core.tasks.storages.DeduplicateItems",
    title = "Keeps the last item of each key.",
    description =
        """
        Items are rows in Ion or lines of JSON. What is kept stays in its place. The keys are held \
        in memory, the items are not.

        ```yaml
        id: latest
        type: io.kestra.plugin.core.storage.DeduplicateItems
        from: "{{ outputs.changes.uri }}"
        expr: "{{ id }}"
        ```
        """)
public record DeduplicateItems(
    @Property("A file of items, as a `kestra://` address.") URI from,
    @Property(
            value = "An expression that gives the key of an item; it sees the item's fields.",
            rendered = false)
        String expr)
    implements Task<DeduplicateItems.Result> {
  /** What was written. */
  public record Result(
      @Property("The file of the items that were kept.") URI uri,
      @Property("How many keys there were.") long numKeys,
      @Property("How many items there were.") long processedItemsTotal,
      @Property("How many were dropped.") long droppedItemsTotal) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Items items = new Items(context);
    BitSet kept = lastOfEachKey(items);
    try (NewFile file = context.files().create("items.ion")) {
      long all;
      try (IonRowWriter writer = IonRowWriter.text(file.content())) {
        int[] index = {0};
        all =
            items.each(
                from,
                item -> {
                  if (kept.get(index[0]++)) {
                    writer.write(item);
                  }
                });
      }
      long keys = kept.cardinality();
      return new Result(file.keep(), keys, all, all - keys);
    }
  }

  private BitSet lastOfEachKey(Items items) throws TaskFailure, IOException, InterruptedException {
    Map<String, Integer> last = new HashMap<>();
    int[] index = {0};
    items.each(from, item -> last.put(String.valueOf(items.ask(expr, item)), index[0]++));
    BitSet kept = new BitSet(index[0]);
    last.values().forEach(kept::set);
    return kept;
  }
}
