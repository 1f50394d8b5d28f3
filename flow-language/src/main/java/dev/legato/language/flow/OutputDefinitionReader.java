package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.input.InputValues;
import dev.legato.language.input.Refusal;
import dev.legato.language.yaml.YamlNode;
import dev.legato.model.flow.InputType;
import dev.legato.model.flow.OutputDefinition;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the declarations of outputs. */
final class OutputDefinitionReader {
  private static final Mappings OUTPUTS =
      new Mappings(
          "An output", "Write '- id: ...', 'type: ...' and 'value: ...' on lines of their own.");

  private final Reading reading;
  private final List<OutputDefinition> definitions = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();

  OutputDefinitionReader(Reading reading) {
    this.reading = reading;
  }

  /** The {@code outputs} of a flow or of a loop. */
  List<OutputDefinition> read(Fields owner) {
    OUTPUTS.read(owner, "outputs", this::output);
    return List.copyOf(definitions);
  }

  private void output(Fields fields) {
    String id = IdRule.INPUT.read(fields, "id");
    fields.require("type");
    InputType type = fields.choice("type", InputType.class);
    fields.require("value");
    Object value = value(fields, type);
    boolean required = fields.flag("required", true);
    String description = fields.text("description");
    String displayName = fields.text("displayName");
    fields.refuseUnknown("An output");
    if (id != null && !ids.add(id)) {
      fields.error(
          ComplaintCode.DUPLICATE_ID,
          "id",
          "The output id '%s' is used twice.".formatted(id),
          "Rename one of them.");
    }
    if (id != null && type != null) {
      definitions.add(new OutputDefinition(id, type, value, required, description, displayName));
    }
  }

  private @Nullable Object value(Fields fields, @Nullable InputType type) {
    YamlNode node = fields.node("value");
    if (node == null) {
      return null;
    }
    reading.templates(node, fields.path("value"));
    Object value =
        node instanceof YamlNode.Scalar scalar && type == InputType.STRING
            ? fields.keep("value", scalar.text())
            : fields.json("value");
    if (value != null && type != null && !Templates.areIn(value)) {
      checkLiteral(fields, type, value);
    }
    return value;
  }

  private static void checkLiteral(Fields fields, InputType type, Object value) {
    try {
      InputValues.read(type, Map.of(), value);
    } catch (Refusal refusal) {
      fields.error(
          ComplaintCode.WRONG_TYPE, "value", refusal.about("The value of the output", value), null);
    }
  }
}
