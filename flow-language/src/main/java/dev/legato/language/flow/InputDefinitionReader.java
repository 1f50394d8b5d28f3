package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Suggestions;
import dev.legato.language.yaml.YamlNode;
import dev.legato.model.flow.InputDefinition;
import dev.legato.model.flow.InputType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the declarations of inputs. */
final class InputDefinitionReader {
  private static final Mappings INPUTS =
      new Mappings("An input", "Write '- id: ...' and 'type: ...' on lines of their own.");
  private static final int MAX_DISPLAY_NAME = 64;
  private static final Set<String> ENTERPRISE_TYPES = Set.of("REUSABLE_INPUTS", "OBJECT", "TABLE");

  private final Reading reading;
  private final List<InputDefinition> definitions = new ArrayList<>();
  private final List<Fields> origins = new ArrayList<>();
  private boolean full;

  InputDefinitionReader(Reading reading) {
    this.reading = reading;
  }

  /**
   * The inputs of a flow or of a pause; a form is replaced by its inputs, whose ids begin with the
   * form's.
   */
  List<InputDefinition> read(Fields owner, String name) {
    return read(owner, name, List.of());
  }

  /**
   * As {@link #read(Fields, String)}, behind others that are asked in any case.
   *
   * @param first whose ids the others must not have, and can depend on
   */
  List<InputDefinition> read(Fields owner, String name, List<InputDefinition> first) {
    for (InputDefinition definition : first) {
      definitions.add(definition);
      origins.add(owner);
    }
    list(owner, name, Form.NONE);
    new InputGraph(definitions, origins).check();
    return List.copyOf(definitions);
  }

  private void list(Fields owner, String name, Form form) {
    INPUTS.read(owner, name, this::isRoom, fields -> input(fields, form));
  }

  private boolean isRoom(YamlNode node, String path) {
    boolean room = definitions.size() < FlowLimits.INPUTS;
    if (!room && !full) {
      full = true;
      reading.error(
          ComplaintCode.TOO_MANY,
          node.mark(),
          path,
          "The flow has more than %d inputs.".formatted(FlowLimits.INPUTS),
          null);
    }
    return room;
  }

  private void input(Fields fields, Form form) {
    String id = IdRule.INPUT.read(fields, fields.renamed("id", "name"));
    InputType type = type(fields);
    fields.text("description");
    String displayName = displayName(fields);
    boolean required = fields.flag("required", true);
    Dependencies dependencies = dependencies(fields);
    if (type == null) {
      return;
    }
    if (type == InputType.FORM) {
      form(fields, id, form, dependencies);
      return;
    }
    Map<String, @Nullable Object> rules = new InputRuleReader(fields, type).read();
    InputDefaults defaults = InputDefaults.read(fields, type, rules, required);
    fields.refuseUnknown("An input of type '%s'".formatted(type));
    if (id != null) {
      origins.add(fields);
      definitions.add(
          new InputDefinition(
              form.prefix() + id,
              type,
              required,
              defaults.defaults(),
              defaults.prefill(),
              fields.text("description"),
              displayName,
              Stream.concat(form.dependsOn().stream(), dependencies.ids().stream()).toList(),
              dependencies.condition() == null ? form.condition() : dependencies.condition(),
              rules));
    }
  }

  private @Nullable InputType type(Fields fields) {
    String name = fields.requiredText("type");
    if (name == null) {
      return null;
    }
    List<String> names = Stream.of(InputType.values()).map(Enum::name).toList();
    if (names.contains(name.toUpperCase(Locale.ROOT))) {
      return InputType.valueOf(name.toUpperCase(Locale.ROOT));
    }
    if (ENTERPRISE_TYPES.contains(name)) {
      fields.error(
          ComplaintCode.NOT_SUPPORTED,
          "type",
          "Only an enterprise edition has inputs of type '%s'.".formatted(name),
          "Use another type.");
      return null;
    }
    fields.error(
        ComplaintCode.UNKNOWN_TYPE,
        "type",
        "There is no input type '%s'.".formatted(name),
        Suggestions.closest(name, names)
            .map("Did you mean '%s'?"::formatted)
            .orElse("The types are " + String.join(", ", names) + "."));
    return null;
  }

  private static @Nullable String displayName(Fields fields) {
    String displayName = fields.text("displayName");
    if (displayName != null
        && displayName.codePointCount(0, displayName.length()) > MAX_DISPLAY_NAME) {
      fields.error(
          ComplaintCode.INVALID_VALUE,
          "displayName",
          "A display name has at most %d characters.".formatted(MAX_DISPLAY_NAME),
          "Put the rest into 'description'.");
    }
    return displayName;
  }

  private static Dependencies dependencies(Fields owner) {
    Fields fields = owner.nested("dependsOn");
    if (fields == null) {
      return new Dependencies(List.of(), null);
    }
    Dependencies dependencies =
        new Dependencies(fields.texts("inputs"), fields.template("condition"));
    fields.refuseUnknown("'dependsOn'");
    owner.keep("dependsOn", fields.document());
    return dependencies;
  }

  private void form(Fields fields, @Nullable String id, Form outer, Dependencies dependencies) {
    if (!outer.equals(Form.NONE)) {
      fields.error(
          ComplaintCode.INVALID_VALUE,
          "type",
          "A form cannot be inside another one.",
          "Put its inputs into the outer form.");
      return;
    }
    fields.require("inputs");
    String prefix = id == null ? "" : id + ".";
    list(fields, "inputs", new Form(prefix, dependencies.ids(), dependencies.condition()));
    fields.refuseUnknown("An input of type 'FORM'");
  }

  private record Dependencies(List<String> ids, @Nullable String condition) {}

  /** What the inputs of a form take over from it. */
  private record Form(String prefix, List<String> dependsOn, @Nullable String condition) {
    static final Form NONE = new Form("", List.of(), null);
  }
}
