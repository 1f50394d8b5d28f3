package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.input.InputValues;
import dev.legato.language.input.Refusal;
import dev.legato.language.yaml.YamlNode;
import dev.legato.language.yaml.YamlValues;
import dev.legato.model.flow.InputType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The values that an input has without a caller.
 *
 * @param defaults used when the caller gives none
 * @param prefill only shown in forms
 */
record InputDefaults(@Nullable Object defaults, @Nullable Object prefill) {
  static InputDefaults read(
      Fields fields, InputType type, Map<String, @Nullable Object> rules, boolean required) {
    Object defaults = value(fields, "defaults", type, rules);
    Object prefill = value(fields, "prefill", type, rules);
    if (defaults != null && prefill != null) {
      fields.error(
          ComplaintCode.INVALID_VALUE,
          "prefill",
          "An input has 'defaults' or 'prefill', not both.",
          "Remove one of them.");
    }
    if (defaults != null && !required) {
      fields
          .reading()
          .complaints()
          .inform( // no warning: before 'prefill' existed, flows had the two by the dozen
              ComplaintCode.NO_EFFECT,
              fields.keyMark("required"),
              fields.path("required"),
              "An input with 'defaults' always has a value: 'required: false' has no effect."
                  + " Use 'prefill' if the value may be removed.");
    }
    return new InputDefaults(defaults, prefill);
  }

  private static @Nullable Object value(
      Fields fields, String name, InputType type, Map<String, @Nullable Object> rules) {
    YamlNode node = fields.node(name);
    if (node == null) {
      return null;
    }
    fields.reading().templates(node, fields.path(name));
    Object value = fields.keepJson(name, untyped(fields, node, name, type));
    if (value != null && !Templates.areIn(value)) {
      checkLiteral(fields, name, type, rules, value);
    }
    return value;
  }

  private static @Nullable Object untyped(
      Fields fields, YamlNode node, String name, InputType type) {
    if (!(node instanceof YamlNode.Scalar scalar)) {
      return fields.reading().values().json(node, fields.path(name));
    }
    return switch (type) {
      case BOOLEAN, BOOL -> {
        Optional<Boolean> flag = YamlValues.flag(scalar);
        yield flag.isPresent() ? flag.get() : scalar.text();
      }
      case INT -> {
        Optional<Number> integer =
            fields.reading().values().integer(scalar, fields.path(name)).map(YamlValues::narrowest);
        yield integer.isPresent() ? integer.get() : scalar.text();
      }
      case FLOAT, JSON, YAML, ARRAY, MULTISELECT, FORM ->
          fields.reading().values().json(scalar, fields.path(name));
      case STRING, ENUM, SELECT, EMAIL, SECRET, URI, FILE -> scalar.text();
      case DATETIME, DATE, TIME, DURATION -> scalar.text();
    };
  }

  private static void checkLiteral(
      Fields fields,
      String name,
      InputType type,
      Map<String, @Nullable Object> rules,
      Object value) {
    Map<String, Object> applicable = new HashMap<>();
    rules.forEach(
        (rule, setting) -> {
          boolean computed = rule.equals("values") && rules.containsKey("expression");
          if (setting != null && !computed) {
            applicable.put(rule, setting);
          }
        });
    try {
      InputValues.read(type, applicable, value);
    } catch (Refusal refusal) {
      fields.error(
          ComplaintCode.WRONG_TYPE,
          name,
          refusal.about("The value of '%s'".formatted(name), value),
          null);
    }
  }
}
