package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.input.InputValues;
import dev.legato.language.input.Refusal;
import dev.legato.language.yaml.YamlNode;
import dev.legato.model.flow.InputType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** Reads the properties that only inputs of some types have. */
final class InputRuleReader {
  private final Fields fields;
  private final InputType type;
  private final Map<String, @Nullable Object> rules = new LinkedHashMap<>();

  InputRuleReader(Fields fields, InputType type) {
    this.fields = fields;
    this.type = type;
  }

  /** By property name, of the types that {@link InputValues} expects. */
  Map<String, @Nullable Object> read() {
    switch (type) {
      case STRING, SECRET -> validator();
      case ENUM -> values("values", true);
      case SELECT -> {
        choices("values");
        flag("isRadio");
      }
      case MULTISELECT -> {
        choices(fields.renamed("values", "options"));
        itemType(InputType.STRING);
      }
      case INT, FLOAT, DURATION -> bounds("min", "max");
      case DATETIME, DATE, TIME -> bounds("after", "before");
      case FILE -> extensions();
      case ARRAY -> itemType(null);
      case BOOLEAN, BOOL, JSON, YAML, URI, EMAIL, FORM -> {}
    }
    return Collections.unmodifiableMap(rules);
  }

  private void validator() {
    String validator = fields.text("validator");
    if (validator == null) {
      return;
    }
    try {
      Pattern.compile(validator);
      rules.put("validator", validator);
    } catch (PatternSyntaxException e) {
      fields.error(
          ComplaintCode.INVALID_VALUE,
          "validator",
          "'%s' is not a regular expression: %s.".formatted(validator, e.getDescription()),
          "Correct it; it has to match the whole value.");
    }
  }

  private void choices(String valuesName) {
    values(valuesName, false);
    String expression = fields.template("expression");
    if (expression != null) {
      rules.put("expression", expression);
    }
    if (expression == null && !fields.has(valuesName)) {
      fields.error(
          ComplaintCode.MISSING_PROPERTY,
          valuesName,
          "An input of type '%s' needs 'values' or 'expression'.".formatted(type),
          null);
    }
    flag("allowCustomValue");
    flag("autoSelectFirst");
  }

  /** Scalars, or mappings with a label for people and the value. */
  private void values(String name, boolean required) {
    if (required) {
      fields.require(name);
    }
    List<String> values = new ArrayList<>();
    Map<String, String> labels = new LinkedHashMap<>();
    List<@Nullable Object> documents = new ArrayList<>();
    for (YamlNode node : fields.list(name)) {
      String path = fields.path(name) + "[" + documents.size() + "]";
      switch (node) {
        case YamlNode.Scalar scalar when !scalar.isNull() -> {
          values.add(scalar.text());
          documents.add(scalar.text());
        }
        case YamlNode.Mapping mapping -> {
          Fields labelled = new Fields(mapping, path, fields.reading());
          String label = labelled.text("label");
          String value = labelled.requiredText("value");
          labelled.refuseUnknown("A value");
          if (label != null && value != null) {
            labels.put(value, label);
          }
          values.add(value == null ? "" : value);
          documents.add(labelled.document());
        }
        case YamlNode.Scalar _, YamlNode.Sequence _ -> {
          complainOfValue(node, path);
          documents.add(null);
        }
      }
    }
    if (fields.has(name)) {
      rules.put("values", List.copyOf(values));
      if (!labels.isEmpty()) {
        rules.put("labels", Collections.unmodifiableMap(labels));
      }
      fields.keep(name, documents);
    }
  }

  private void complainOfValue(YamlNode node, String path) {
    fields
        .reading()
        .error(
            ComplaintCode.WRONG_TYPE,
            node.mark(),
            path,
            "A value must be a text, or a mapping with 'label' and 'value'.",
            null);
  }

  private void bounds(String low, String high) {
    Object min = bound(low);
    Object max = bound(high);
    if (min == null || max == null) {
      return;
    }
    try {
      InputValues.read(type, Map.of(high, max), min);
    } catch (Refusal _) {
      fields.error(
          ComplaintCode.INVALID_VALUE,
          low,
          "'%s' (%s) must not be above '%s' (%s).".formatted(low, min, high, max),
          null);
    }
  }

  private @Nullable Object bound(String name) {
    Object written =
        switch (type) {
          case INT -> fields.integer(name, Integer.MIN_VALUE);
          case FLOAT -> fields.json(name);
          default -> fields.text(name);
        };
    if (written == null) {
      return null;
    }
    try {
      Object bound = InputValues.read(type, Map.of(), written);
      rules.put(name, bound);
      return bound;
    } catch (Refusal refusal) {
      fields.error(
          ComplaintCode.WRONG_TYPE,
          name,
          "Property '%s' %s.".formatted(name, refusal.getMessage()),
          null);
      return null;
    }
  }

  private void extensions() {
    String extension = fields.text("extension");
    List<String> allowed = fields.texts("allowedFileExtensions");
    String accept = fields.text("accept");
    if (extension != null) {
      rules.put("extension", extension);
    }
    if (!allowed.isEmpty()) {
      rules.put("allowedFileExtensions", allowed);
    }
    if (accept != null) {
      rules.put("accept", accept);
    }
  }

  private void itemType(@Nullable InputType absent) {
    if (absent == null) {
      fields.require("itemType");
    }
    InputType itemType = fields.choice("itemType", InputType.class);
    if (itemType == null) {
      return;
    }
    switch (itemType) {
      case ARRAY, MULTISELECT, FORM, SECRET ->
          fields.error(
              ComplaintCode.INVALID_VALUE,
              "itemType",
              "The elements of a list cannot have the type '%s'.".formatted(itemType),
              "Use a type with a single value, such as STRING, or JSON for the whole list.");
      default -> rules.put("itemType", itemType.name());
    }
  }

  private void flag(String name) {
    rules.put(name, fields.flag(name, false));
  }
}
