package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Suggestions;
import dev.legato.language.input.Durations;
import dev.legato.language.yaml.YamlNode;
import dev.legato.language.yaml.YamlValues;
import dev.legato.plugin.type.ComponentVariant;
import dev.legato.plugin.type.ConversionException;
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
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the properties of plugins: each scalar by the type of its property, so that {@code 1.10}
 * stays a text where a text is wanted, and literals are checked before anything runs.
 */
final class PropertyValues {
  private final Reading reading;

  PropertyValues(Reading reading) {
    this.reading = reading;
  }

  /** All properties of the thing that the descriptors name, by the names that the author used. */
  Map<String, @Nullable Object> read(Fields fields, List<PropertyDescriptor> descriptors) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (PropertyDescriptor descriptor : descriptors) {
      String name = nameUsed(fields, descriptor);
      YamlNode node = fields.node(name);
      if (node != null && !descriptor.deprecation().isEmpty()) {
        deprecated(fields, name, descriptor);
      }
      if (isReadElsewhere(descriptor.type())) {
        continue;
      }
      if (node != null && descriptor.type() == FlowPart.LABELS) {
        reading.templates(node, fields.path(name));
        LabelReader.read(fields, name, false);
        values.put(name, fields.document().get(name));
      } else if (node != null) {
        Object value = value(node, descriptor.type(), descriptor.rendered(), fields.path(name));
        values.put(name, fields.keepJson(name, value));
        if (descriptor.rendered()) {
          reading.templates(node, fields.path(name));
        }
      } else if (descriptor.required()) {
        fields.require(name);
      }
    }
    return Collections.unmodifiableMap(values);
  }

  private void deprecated(Fields fields, String name, PropertyDescriptor descriptor) {
    reading
        .complaints()
        .inform(
            ComplaintCode.DEPRECATED_PROPERTY,
            fields.keyMark(name),
            fields.path(name),
            "'%s' is deprecated. %s".formatted(name, descriptor.deprecation()));
  }

  /** Whether whoever holds parts of the flow reads them, such as lists of tasks. */
  private static boolean isReadElsewhere(PropertyType type) {
    return switch (type) {
      case FlowPart part -> part != FlowPart.LABELS && part != FlowPart.CONDITION;
      case ListOf(PropertyType element) -> isReadElsewhere(element);
      case MapOf(PropertyType value) -> isReadElsewhere(value);
      case Section(var properties) -> properties.stream().anyMatch(p -> isReadElsewhere(p.type()));
      case Scalar _, Formed _, Choice _, OneOf _, Nested _, Typed _ -> false;
    };
  }

  private static String nameUsed(Fields fields, PropertyDescriptor descriptor) {
    String used = descriptor.name();
    for (String alias : descriptor.aliases()) {
      if (used.equals(descriptor.name())) {
        used = fields.renamed(descriptor.name(), alias);
      } else {
        fields.ignore(alias);
      }
    }
    return used;
  }

  private @Nullable Object value(YamlNode node, PropertyType type, boolean rendered, String path) {
    if (rendered && node instanceof YamlNode.Scalar scalar && isTemplate(scalar)) {
      return scalar.text();
    }
    return switch (type) {
      case Scalar scalarType -> leaf(node, scalarType, path);
      case Choice choice -> leaf(node, choice, path);
      case Formed formed -> leaf(node, formed, path);
      case ListOf(PropertyType element) ->
          node instanceof YamlNode.Sequence sequence
              ? elements(sequence, element, rendered, path)
              : leaf(node, type, path);
      case MapOf(PropertyType valueType) ->
          node instanceof YamlNode.Mapping mapping
              ? entries(mapping, valueType, rendered, path)
              : leaf(node, type, path);
      case Nested nested -> nested(node, type, nested.properties(), path);
      case Section(var properties) -> nested(node, type, properties, path);
      case Typed typed -> typed(node, typed, path);
      case OneOf oneOf -> leaf(node, oneOf, path);
      case FlowPart.CONDITION -> new ConditionReader(reading).read(node, path);
      case FlowPart _ ->
          throw new IllegalStateException(
              "Expected %s at %s to be read by what holds it".formatted(type, path));
    };
  }

  private static boolean isTemplate(YamlNode.Scalar scalar) {
    return Templates.isTemplate(scalar.text());
  }

  private List<@Nullable Object> elements(
      YamlNode.Sequence sequence, PropertyType type, boolean rendered, String path) {
    List<@Nullable Object> values = new ArrayList<>();
    for (YamlNode element : sequence.elements()) {
      values.add(value(element, type, rendered, path + "[" + values.size() + "]"));
    }
    return Collections.unmodifiableList(values);
  }

  private Map<String, @Nullable Object> entries(
      YamlNode.Mapping mapping, PropertyType type, boolean rendered, String path) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (key, entry) ->
                values.put(key, value(entry.value(), type, rendered, path + "." + key)));
    return Collections.unmodifiableMap(values);
  }

  private @Nullable Object nested(
      YamlNode node, PropertyType type, List<PropertyDescriptor> properties, String path) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return leaf(node, type, path);
    }
    Fields fields = new Fields(mapping, path, reading);
    read(fields, properties);
    fields.refuseUnknown("'%s'".formatted(path));
    return fields.document();
  }

  private @Nullable Object typed(YamlNode node, Typed type, String path) {
    if (!(node instanceof YamlNode.Mapping mapping)) {
      return leaf(node, type, path);
    }
    Fields fields = new Fields(mapping, path, reading);
    String name = fields.requiredText(Typed.TYPE);
    fields.node(Typed.VERSION);
    Optional<ComponentVariant> variant = name == null ? Optional.empty() : type.variant(name);
    if (variant.isPresent()) {
      read(fields, variant.get().properties());
      fields.refuseUnknown("'%s'".formatted(path));
    } else if (name != null) {
      List<String> names = type.variants().stream().map(ComponentVariant::name).toList();
      reading.error(
          ComplaintCode.UNKNOWN_TYPE,
          fields.mark(Typed.TYPE),
          fields.path(Typed.TYPE),
          "'%s' is not known here; known are %s.".formatted(name, String.join(", ", names)),
          Suggestions.closestType(name, names).map("Did you mean '%s'?"::formatted).orElse(null));
    }
    return fields.document();
  }

  private @Nullable Object leaf(YamlNode node, PropertyType type, String path) {
    Object value = untyped(node, type, path);
    if (value == null) {
      return null;
    }
    String problem = problem(value, type);
    if (problem != null) {
      reading.error(
          ComplaintCode.WRONG_TYPE,
          node.mark(),
          path,
          "The value %s.".formatted(problem),
          closest(value, type));
    }
    return value;
  }

  private static @Nullable String closest(Object value, PropertyType type) {
    List<String> names =
        switch (type) {
          case Choice choice -> choice.names();
          case OneOf(var ofNames) -> ofNames;
          default -> List.of();
        };
    return Suggestions.closest(value.toString(), names)
        .map("Did you mean '%s'?"::formatted)
        .orElse(null);
  }

  private static @Nullable String problem(Object value, PropertyType type) {
    // numbers without bound such as 1e999999999 would keep a conversion busy for minutes
    if (type == Scalar.DURATION && Durations.parse(value.toString()).isEmpty()) {
      return "must be %s, but is '%s'".formatted(Durations.EXPECTATION, value);
    }
    try {
      type.convert(value);
      return null;
    } catch (ConversionException e) {
      return e.getMessage();
    }
  }

  private @Nullable Object untyped(YamlNode node, PropertyType type, String path) {
    if (!(node instanceof YamlNode.Scalar scalar) || scalar.isNull()) {
      return reading.values().json(node, path);
    }
    return switch (type) {
      case Scalar.TEXT, Scalar.URI, Scalar.DATE_TIME -> scalar.text();
      case Choice _, OneOf _, Formed _ -> scalar.text();
      case Scalar.BOOLEAN -> {
        Optional<Boolean> flag = YamlValues.flag(scalar);
        yield flag.isPresent() ? flag.get() : scalar.text();
      }
      case Scalar.INTEGER, Scalar.LONG -> {
        Optional<Number> integer =
            reading.values().integer(scalar, path).map(YamlValues::narrowest);
        yield integer.isPresent() ? integer.get() : scalar.text();
      }
      case Scalar.DURATION ->
          Durations.parse(scalar.text()).isPresent()
              ? reading.values().json(scalar, path)
              : scalar.text();
      case Scalar.NUMBER, Scalar.ANY -> reading.values().json(scalar, path);
      case ListOf _, MapOf _, Nested _, Section _, Typed _, FlowPart _ ->
          reading.values().json(scalar, path);
    };
  }
}
