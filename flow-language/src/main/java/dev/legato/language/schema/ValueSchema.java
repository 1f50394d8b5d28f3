package dev.legato.language.schema;

import dev.legato.plugin.type.ComponentVariant;
import dev.legato.plugin.type.PropertyDescriptor;
import dev.legato.plugin.type.PropertyType;
import dev.legato.plugin.type.PropertyType.Choice;
import dev.legato.plugin.type.PropertyType.FlowPart;
import dev.legato.plugin.type.PropertyType.Formed;
import dev.legato.plugin.type.PropertyType.ListOf;
import dev.legato.plugin.type.PropertyType.MapOf;
import dev.legato.plugin.type.PropertyType.Nested;
import dev.legato.plugin.type.PropertyType.OneOf;
import dev.legato.plugin.type.PropertyType.Scalar;
import dev.legato.plugin.type.PropertyType.Section;
import dev.legato.plugin.type.PropertyType.Typed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Schemas of values and of sets of properties. They accept what the parser accepts. */
final class ValueSchema {
  private static final String TEMPLATE = "\\{[{%#]";
  private static final String FLAG =
      "^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy]|[Yy][Ee][Ss]|[Nn]|[Nn][Oo]|[Oo][Nn]|[Oo][Ff][Ff])$";
  private static final String INTEGER = "^([-+]?[0-9][0-9_]*|0o[0-7]+|0x[0-9a-fA-F]+)$";
  private static final String DURATION = "^(-?[0-9]{1,12}(\\.[0-9]{1,9})?|[-+]?[Pp].+)$";

  private final Function<FlowPart, Map<String, Object>> parts;

  /**
   * @param parts the schema of a part of the language, such as a reference to a definition
   */
  ValueSchema(Function<FlowPart, Map<String, Object>> parts) {
    this.parts = parts;
  }

  /** An object with these properties and no others. */
  Map<String, Object> object(List<PropertyDescriptor> properties) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties(properties));
    requirements(properties, schema);
    schema.put("additionalProperties", false);
    return schema;
  }

  /** The schemas of all properties by name; older names stand behind newer ones. */
  Map<String, Object> properties(List<PropertyDescriptor> properties) {
    Map<String, Object> schemas = new LinkedHashMap<>();
    for (PropertyDescriptor property : properties) {
      schemas.put(property.name(), property(property, property.deprecation()));
      for (String alias : property.aliases()) {
        schemas.put(alias, property(property, "Use '%s'.".formatted(property.name())));
      }
    }
    return schemas;
  }

  /** Writes which properties must be there; of a property with older names, any of them. */
  static void requirements(List<PropertyDescriptor> properties, Map<String, Object> schema) {
    List<String> required = new ArrayList<>();
    List<Map<String, Object>> alternatives = new ArrayList<>();
    for (PropertyDescriptor property : properties) {
      if (property.required() && property.aliases().isEmpty()) {
        required.add(property.name());
      } else if (property.required()) {
        List<Map<String, Object>> names = new ArrayList<>();
        names.add(Node.of("required", List.of(property.name())));
        property.aliases().forEach(alias -> names.add(Node.of("required", List.of(alias))));
        alternatives.add(Node.of("anyOf", names));
      }
    }
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    if (!alternatives.isEmpty()) {
      schema.put("allOf", alternatives);
    }
  }

  private Map<String, Object> property(PropertyDescriptor property, String deprecation) {
    Map<String, Object> schema = new LinkedHashMap<>(value(property.type(), property.rendered()));
    if (!property.title().isEmpty()) {
      schema.put("description", property.title());
    }
    if (property.defaultValue() != null) {
      schema.put("default", property.defaultValue());
    }
    if (!deprecation.isEmpty()) {
      schema.put("deprecationMessage", deprecation);
      schema.put("doNotSuggest", true);
    }
    return schema;
  }

  private Map<String, Object> value(PropertyType type, boolean rendered) {
    return switch (type) {
      case Scalar scalar -> scalar(scalar, rendered);
      case Formed _ -> scalar(Scalar.TEXT, rendered);
      case Choice choice -> choice(choice.names(), rendered);
      case OneOf(var names) -> choice(names, rendered);
      case ListOf(PropertyType element) ->
          orTemplate(Node.of("type", "array", "items", value(element, rendered)), rendered);
      case MapOf(PropertyType entry) ->
          orTemplate(
              Node.of("type", "object", "additionalProperties", value(entry, rendered)), rendered);
      case Nested nested -> orTemplate(object(nested.properties()), rendered);
      case Typed typed -> orTemplate(variants(typed), rendered);
      case Section(var properties) -> orTemplate(object(properties), rendered);
      case FlowPart part -> parts.apply(part);
    };
  }

  /** An object whose type says which other properties it has. */
  private Map<String, Object> variants(Typed typed) {
    return Node.of("anyOf", typed.variants().stream().map(this::variant).toList());
  }

  private Map<String, Object> variant(ComponentVariant variant) {
    List<String> names = new ArrayList<>(List.of(variant.name()));
    names.addAll(variant.aliases());
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put(Typed.TYPE, Node.of("enum", names));
    properties.put(Typed.VERSION, Map.of());
    properties.putAll(properties(variant.properties()));
    Map<String, Object> schema = object(variant.properties());
    schema.put("description", variant.title());
    schema.put("properties", properties);
    List<Object> required = new ArrayList<>(List.of(Typed.TYPE));
    if (schema.get("required") instanceof List<?> others) {
      required.addAll(others);
    }
    schema.put("required", required);
    return schema;
  }

  private static Map<String, Object> scalar(Scalar scalar, boolean rendered) {
    return switch (scalar) {
      case ANY -> Map.of();
      case TEXT, URI -> Node.of("type", List.of("string", "number", "boolean"));
      case DATE_TIME -> Node.of("type", "string");
      case BOOLEAN -> typed("boolean", FLAG, rendered);
      case INTEGER, LONG -> typed("integer", INTEGER, rendered);
      case NUMBER -> orTemplate(Node.of("type", "number"), rendered);
      case DURATION -> typed("number", DURATION, rendered);
    };
  }

  /** A value of the type, or a text that the parser reads as one. */
  private static Map<String, Object> typed(String type, String pattern, boolean rendered) {
    return anyOf(
        Node.of("type", type),
        Node.of("type", "string", "pattern", rendered ? pattern + "|" + TEMPLATE : pattern));
  }

  private static Map<String, Object> choice(List<String> names, boolean rendered) {
    String pattern =
        names.stream().map(ValueSchema::anyCase).collect(Collectors.joining("|", "^(", ")$"));
    return anyOf(
        Node.of("enum", names),
        Node.of("type", "string", "pattern", rendered ? pattern + "|" + TEMPLATE : pattern));
  }

  private static String anyCase(String name) {
    return name.chars()
        .mapToObj(
            letter ->
                Character.isLetter(letter)
                    ? "[%c%s]"
                        .formatted(letter, String.valueOf((char) letter).toLowerCase(Locale.ROOT))
                    : String.valueOf((char) letter))
        .collect(Collectors.joining());
  }

  private static Map<String, Object> orTemplate(Map<String, Object> schema, boolean rendered) {
    return rendered
        ? anyOf(schema, Node.of("type", "string", "pattern", TEMPLATE + "|^\\s*[\\[{]"))
        : schema;
  }

  static Map<String, Object> anyOf(Map<String, Object> one, Map<String, Object> other) {
    return Node.of("anyOf", List.of(one, other));
  }
}
