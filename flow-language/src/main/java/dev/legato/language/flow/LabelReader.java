package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Mark;
import dev.legato.language.yaml.YamlNode;
import dev.legato.model.flow.Label;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads labels in both forms: a mapping, or a list of keys and values. */
final class LabelReader {
  private static final String READ_ONLY = Label.SYSTEM_PREFIX + "readOnly";

  private final Fields owner;
  private final String name;
  private final boolean ofFlow;
  private final List<Label> labels = new ArrayList<>();

  private LabelReader(Fields owner, String name, boolean ofFlow) {
    this.owner = owner;
    this.name = name;
    this.ofFlow = ofFlow;
  }

  /**
   * In the order of the document.
   *
   * @param name of the property that holds the labels
   * @param ofFlow whether the owner is a flow, which may have the label {@code system.readOnly}
   */
  static List<Label> read(Fields owner, String name, boolean ofFlow) {
    LabelReader reader = new LabelReader(owner, name, ofFlow);
    YamlNode node = owner.node(name);
    switch (node) {
      case null -> {}
      case YamlNode.Mapping mapping -> reader.mapping(mapping);
      case YamlNode.Sequence sequence -> reader.sequence(sequence);
      case YamlNode.Scalar scalar ->
          owner.error(
              ComplaintCode.WRONG_TYPE,
              name,
              "Labels must be a mapping or a list, but are %s.".formatted(scalar.kind()),
              "Write '%s: {key: value}'.".formatted(name));
    }
    return List.copyOf(reader.labels);
  }

  private void mapping(YamlNode.Mapping mapping) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>();
    for (YamlNode.Entry entry : mapping.entries().values()) {
      String key = entry.key().text();
      add(key, entry.value(), entry.key().mark(), name + "." + key);
      document.put(key, text(entry.value()));
    }
    owner.keep(name, document);
  }

  private void sequence(YamlNode.Sequence sequence) {
    List<Object> documents = new ArrayList<>();
    for (YamlNode element : sequence.elements()) {
      String path = name + "[" + documents.size() + "]";
      if (element instanceof YamlNode.Mapping mapping) {
        Fields fields = new Fields(mapping, owner.path(path), owner.reading());
        if (!fields.has("key") && fields.names().size() == 1) {
          String written = fields.names().iterator().next();
          error(
              ComplaintCode.MISSING_PROPERTY,
              mapping.mark(),
              path,
              "A label in a list has a 'key' and a 'value', but this one has '%s'."
                  .formatted(written),
              "Remove the '- ' of all labels, or write '- {key: %s, value: ...}'."
                  .formatted(written));
          documents.add(fields.document());
          continue;
        }
        String key = fields.requiredText("key");
        fields.require("value");
        YamlNode value = fields.node("value");
        fields.keepJson("value", value == null ? null : text(value));
        fields.refuseUnknown("A label");
        documents.add(fields.document());
        if (key != null && value != null) {
          add(key, value, fields.mark("key"), path);
        }
      } else {
        error(
            ComplaintCode.WRONG_TYPE,
            element.mark(),
            path,
            "A label must be a mapping, but is %s.".formatted(element.kind()),
            "Write '- {key: team, value: data}'.");
        documents.add(Map.of());
      }
    }
    owner.keep(name, documents);
  }

  /** Labels are texts: {@code 1.10} is kept as written. */
  private static @Nullable String text(YamlNode value) {
    return value instanceof YamlNode.Scalar scalar && !scalar.isNull() ? scalar.text() : null;
  }

  private void add(String key, YamlNode value, Mark mark, String path) {
    if (labels.size() == FlowLimits.LABELS) {
      String message = "There are more than %d labels.".formatted(FlowLimits.LABELS);
      error(ComplaintCode.TOO_MANY, mark, path, message, null);
    }
    if (labels.size() > FlowLimits.LABELS) {
      return;
    }
    if (!(value instanceof YamlNode.Scalar scalar) || scalar.isNull()) {
      error(
          ComplaintCode.WRONG_TYPE,
          value.mark(),
          path,
          "The label '%s' must have a text, number or boolean, but has %s."
              .formatted(key, value.kind()),
          null);
      return;
    }
    Label label = new Label(key, scalar.text());
    if (isWellFormed(label, mark, path)) {
      labels.add(label);
    }
  }

  private boolean isWellFormed(Label label, Mark mark, String path) {
    if (label.key().isBlank() || label.value().isEmpty()) {
      error(
          ComplaintCode.INVALID_VALUE,
          mark,
          path,
          "A label needs a key and a value; this one is '%s: %s'."
              .formatted(label.key(), label.value()),
          "Add what is missing, or remove the label.");
      return false;
    }
    if (label.key().indexOf('\0') >= 0 || label.value().indexOf('\0') >= 0) {
      error(
          ComplaintCode.INVALID_VALUE, mark, path, "A label may not contain U+0000.", "Remove it.");
      return false;
    }
    if (label.isSystem() && !(ofFlow && label.key().equals(READ_ONLY))) {
      error(
          ComplaintCode.ENGINE_ONLY,
          mark,
          path,
          "Only the engine sets labels that begin with '%s', but this is '%s: %s'."
              .formatted(Label.SYSTEM_PREFIX, label.key(), label.value()),
          "Rename the label.");
      return false;
    }
    return true;
  }

  private void error(
      ComplaintCode code, Mark mark, String path, String message, @Nullable String hint) {
    owner
        .reading()
        .error(code, mark, path.startsWith(name) ? owner.path(path) : path, message, hint);
  }
}
