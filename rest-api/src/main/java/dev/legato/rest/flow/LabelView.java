package dev.legato.rest.flow;

import dev.legato.model.flow.Label;
import java.util.List;

/** A label. */
public record LabelView(String key, String value) {
  /** Translates labels. */
  public static List<LabelView> of(List<Label> labels) {
    return labels.stream().map(label -> new LabelView(label.key(), label.value())).toList();
  }
}
