package dev.legato.sql.encoding;

import dev.legato.model.flow.Label;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Labels as a JSON list of pairs. Keys and values are made safe before they become JSON, because
 * the database itself takes them out of the JSON again to search by them.
 */
public final class LabelsText {
  private LabelsText() {}

  /** The text, absent when there are no labels. */
  public static @Nullable String encode(List<Label> labels) {
    if (labels.isEmpty()) {
      return null;
    }
    var pairs = new ArrayList<List<String>>(labels.size());
    for (Label label : labels) {
      pairs.add(List.of(StoredText.encode(label.key()), StoredText.encode(label.value())));
    }
    return JsonText.encode(pairs);
  }

  public static List<Label> decode(@Nullable String text) {
    if (text == null) {
      return List.of();
    }
    var labels = new ArrayList<Label>();
    for (Object pair : JsonText.decodeList(text)) {
      if (pair instanceof List<?> list
          && list.getFirst() instanceof String key
          && list.getLast() instanceof String value) {
        labels.add(new Label(StoredText.decode(key), StoredText.decode(value)));
      }
    }
    return List.copyOf(labels);
  }
}
