package dev.legato.plugins.core.storage;

import dev.legato.data.ion.IonRowWriter;
import dev.legato.plugin.NewFile;
import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TaskType;
import dev.legato.plugins.core.value.Truth;
import java.io.IOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Keeps some items of a file. */
@TaskType(
    value = "io.kestra.plugin.core.storage.FilterItems",
    aliases = "io.kestra.core.tasks.storages.FilterItems",
    title = "Keeps those items of a file for which a condition holds.",
    description =
        """
        Items are rows in Ion or lines of JSON. The condition sees the fields of the item as \
        variables, or `item` when it has none.

        ```yaml
        id: adults
        type: io.kestra.plugin.core.storage.FilterItems
        from: "{{ outputs.people.uri }}"
        filterCondition: "{{ age >= 18 }}"
        errorOrNullBehavior: EXCLUDE
        ```
        """)
public record FilterItems(
    @Property("A file of items, as a `kestra://` address.") URI from,
    @Property(value = "An expression, asked for each item.", rendered = false)
        String filterCondition,
    @Property(
            value = "Whether items for which it holds are kept (`INCLUDE`) or dropped (`EXCLUDE`).",
            defaultValue = "INCLUDE")
        FilterType filterType,
    @Property(
            value =
                "What happens when the condition cannot be rendered or is null: `FAIL`, or the item"
                    + " is kept (`INCLUDE`) or dropped (`EXCLUDE`).",
            defaultValue = "FAIL")
        ErrorOrNull errorOrNullBehavior)
    implements Task<FilterItems.Result> {

  /** What becomes of items for which the condition holds. */
  public enum FilterType {
    /** They are kept. */
    INCLUDE,
    /** They are dropped. */
    EXCLUDE
  }

  /** What becomes of items for which the condition says nothing. */
  public enum ErrorOrNull {
    /** The task fails. */
    FAIL,
    /** They are kept. */
    INCLUDE,
    /** They are dropped. */
    EXCLUDE
  }

  /** What was written. */
  public record Result(
      @Property("The file of the items that were kept.") URI uri,
      @Property("How many items there were.") long processedItemsTotal,
      @Property("How many were dropped.") long droppedItemsTotal) {}

  @Override
  public Result run(TaskContext context) throws TaskFailure, IOException, InterruptedException {
    Items items = new Items(context);
    try (NewFile file = context.files().create("items.ion")) {
      long[] kept = {0};
      long all;
      try (IonRowWriter writer = IonRowWriter.text(file.content())) {
        all =
            items.each(
                from,
                item -> {
                  if (keeps(items, item)) {
                    writer.write(item);
                    kept[0]++;
                  }
                });
      }
      return new Result(file.keep(), all, all - kept[0]);
    }
  }

  private boolean keeps(Items items, @Nullable Object item) throws TaskFailure {
    Object answer;
    TaskFailure failure = null;
    try {
      answer = items.ask(filterCondition, item);
    } catch (TaskFailure e) {
      answer = null;
      failure = e;
    }
    if (answer == null) {
      return switch (errorOrNullBehavior) {
        case FAIL ->
            throw failure != null
                ? failure
                : new TaskFailure(
                    "'filterCondition' is null for an item; set 'errorOrNullBehavior' to keep or"
                        + " drop such items.");
        case INCLUDE -> true;
        case EXCLUDE -> false;
      };
    }
    return Truth.of(String.valueOf(answer).strip()) == (filterType == FilterType.INCLUDE);
  }
}
