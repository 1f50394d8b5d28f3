package dev.legato.language.flow;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.language.builtin.CommonProperties;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Mark;
import dev.legato.model.flow.InputDefinition;
import dev.legato.model.flow.Trigger;
import dev.legato.model.flow.TriggerEvent.McpTool;
import dev.legato.plugin.type.PropertyDescriptor;
import dev.legato.plugin.type.TypeDescriptor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the triggers of a flow. */
final class TriggerReader {
  private static final Mappings TRIGGERS =
      new Mappings("A trigger", "Write '- id: ...' and 'type: ...' on lines of their own.");

  /** What is not read in a way of its own. */
  private static final List<PropertyDescriptor> OF_ALL =
      CommonProperties.OF_A_TRIGGER.stream()
          .filter(property -> !Set.of("id", "type").contains(property.name()))
          .toList();

  private final Reading reading;
  private final PropertyValues properties;
  private final List<InputDefinition> inputs;
  private final Map<String, Mark> ids = new HashMap<>();
  private final Map<String, Mark> tools = new HashMap<>();

  /**
   * @param inputs of the flow
   */
  TriggerReader(Reading reading, List<InputDefinition> inputs) {
    this.reading = reading;
    this.properties = new PropertyValues(reading);
    this.inputs = inputs;
  }

  /** What is in order of them, when all of the document so far is. */
  List<Trigger> read(Fields flow) {
    List<Trigger> triggers = new ArrayList<>();
    String namespace = Objects.requireNonNullElse(flow.text("namespace"), "");
    TRIGGERS.read(
        flow,
        "triggers",
        fields -> {
          trigger(fields);
          Map<String, @Nullable Object> document = fields.document(); // which may complain, too
          if (!reading.complaints().hasErrors()) {
            triggers.add(TriggerDefinitions.of(document, namespace, reading.types().triggers()));
          }
        });
    return List.copyOf(triggers);
  }

  void trigger(Fields fields) {
    String id = IdRule.TASK.read(fields, "id");
    if (id != null) {
      claim(ids, id, "id", fields);
    }
    common(fields);
    String name = fields.requiredText("type");
    if (name == null) {
      return;
    }
    BuiltInTypes.TRIGGERS
        .find(name)
        .or(() -> reading.types().triggers().find(name))
        .ifPresentOrElse(type -> known(fields, type, name), () -> unknown(fields, name));
  }

  private void known(Fields fields, TypeDescriptor type, String name) {
    TypeNotes.of(type, fields, name);
    properties.read(fields, type.properties());
    new TriggerRules(fields, inputs).check(type);
    if (fields.has("toolName")) {
      String server = Objects.requireNonNullElse(fields.text("mcpServer"), McpTool.DEFAULT_SERVER);
      claim(tools, server + "/" + fields.text("toolName"), "toolName", fields);
    }
    fields.refuseUnknown("Trigger type '%s'".formatted(name));
  }

  private void unknown(Fields fields, String name) {
    List<String> candidates = new ArrayList<>(BuiltInTypes.TRIGGERS.names());
    candidates.addAll(reading.types().triggers().canonicalNames());
    fields.error(
        ComplaintCode.UNKNOWN_TYPE,
        "type",
        "No installed plugin provides the trigger type '%s'.".formatted(name),
        UnknownTypes.hint(name, candidates));
  }

  /** Refuses a name that another trigger of the flow has already. */
  private static void claim(Map<String, Mark> taken, String key, String property, Fields fields) {
    Mark first = taken.putIfAbsent(key, fields.mark(property));
    if (first != null) {
      fields.error(
          ComplaintCode.DUPLICATE_ID,
          property,
          "The trigger %s '%s' is already used at line %d."
              .formatted(property, fields.text(property), first.line()),
          "Rename one of them.");
    }
  }

  private void common(Fields fields) {
    properties.read(fields, OF_ALL);
    Unsupported.enterpriseOnly(fields);
  }
}
