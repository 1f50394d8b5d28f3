package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Mark;
import dev.legato.language.complaint.Suggestions;
import dev.legato.language.yaml.YamlNode;
import dev.legato.model.flow.LogLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the triggers of a flow. They are kept in its document; nothing fires them yet. */
final class TriggerReader {
  private final Reading reading;
  private final Map<String, Mark> ids = new HashMap<>();

  TriggerReader(Reading reading) {
    this.reading = reading;
  }

  void read(Fields flow) {
    List<@Nullable Object> documents = new ArrayList<>();
    for (YamlNode node : flow.list("triggers")) {
      String path = "triggers[" + documents.size() + "]";
      if (node instanceof YamlNode.Mapping mapping) {
        Fields fields = new Fields(mapping, path, reading);
        trigger(fields);
        documents.add(fields.document());
      } else {
        reading.error(
            ComplaintCode.WRONG_TYPE,
            node.mark(),
            path,
            "A trigger must be a mapping, but is %s.".formatted(node.kind()),
            "Write '- id: ...' and 'type: ...' on lines of their own.");
        documents.add(reading.values().json(node, path));
      }
    }
    if (flow.has("triggers")) {
      flow.keep("triggers", documents);
    }
  }

  void trigger(Fields fields) {
    String id = IdRule.TASK.read(fields, "id");
    if (id != null) {
      claim(id, fields);
    }
    common(fields);
    String name = fields.requiredText("type");
    if (name == null) {
      return;
    }
    Optional<TriggerType> type = TriggerType.find(name);
    if (type.isEmpty()) {
      fields.error(
          ComplaintCode.UNKNOWN_TYPE,
          "type",
          "No installed plugin provides the trigger type '%s'.".formatted(name),
          Suggestions.closestType(name, TriggerType.names())
              .map("Did you mean '%s'?"::formatted)
              .orElse("Check the spelling, or install the plugin."));
      return;
    }
    TypeNotes.of(type.get(), fields, name);
    type.get().required().forEach(fields::require);
    type.get().optional().forEach(fields::ignore);
    fields.refuseUnknown("Trigger type '%s'".formatted(name));
  }

  private void claim(String id, Fields fields) {
    Mark first = ids.putIfAbsent(id, fields.mark("id"));
    if (first != null) {
      fields.error(
          ComplaintCode.DUPLICATE_ID,
          "id",
          "The trigger id '%s' is already used at line %d.".formatted(id, first.line()),
          null);
    }
  }

  private static void common(Fields fields) {
    fields.text("description");
    fields.flag("disabled", false);
    fields.duration("interval");
    LabelReader.read(fields, false);
    fields.choice(fields.either("logLevel", "minLogLevel"), LogLevel.class);
    fields.flag("logToFile", false);
    fields.texts("stopAfter");
    fields.flag("allowConcurrent", false);
    fields.flag("failOnTriggerError", false);
    fields.template("when");
    conditions(fields);
    fields.ignore("version");
    Unsupported.enterpriseOnly(fields);
  }

  private static void conditions(Fields fields) {
    int index = 0;
    for (YamlNode node : fields.list("conditions")) {
      String path = fields.path("conditions") + "[" + index++ + "]";
      if (!(node instanceof YamlNode.Mapping mapping) || mapping.get("type") == null) {
        fields
            .reading()
            .error(
                ComplaintCode.MISSING_PROPERTY,
                node.mark(),
                path,
                "A condition must be a mapping with a 'type'.",
                null);
      }
    }
  }
}
