package dev.legato.language.migration;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.language.builtin.CommonProperties;
import dev.legato.language.builtin.ShortTypes;
import dev.legato.language.expression.Expressions;
import dev.legato.language.expression.OldName;
import dev.legato.language.yaml.YamlNode;
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
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.plugin.type.TypeDescriptor;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Walks a flow along the descriptions of its types and gives everything its name of today. */
final class Modernizer {
  /** Names of today that the generation before does not know: flows keep the older ones. */
  private static final Set<String> TOO_NEW = Set.of("when");

  private final SourceEdits edits;
  private final TypeCatalog plugins;
  private final Expressions expressions;
  private final DefaultsInForce defaults;
  private final YamlNode.Mapping flow;

  Modernizer(
      YamlNode.Mapping flow, SourceEdits edits, TypeCatalog plugins, Expressions expressions) {
    this.flow = flow;
    this.edits = edits;
    this.plugins = plugins;
    this.expressions = expressions;
    this.defaults = new DefaultsInForce(flow, plugins);
  }

  void flow() {
    properties(flow, CommonProperties.OF_A_FLOW);
    templates(flow.get("variables")); // rendered by whoever reads them
    for (String name : List.of("pluginDefaults", "taskDefaults")) {
      if (flow.get(name) instanceof YamlNode.Sequence entries) {
        entries.elements().forEach(this::pluginDefault);
      }
    }
  }

  private void pluginDefault(YamlNode entry) {
    if (!(entry instanceof YamlNode.Mapping mapping)
        || !(mapping.get("type") instanceof YamlNode.Scalar type)) {
      return;
    }
    Optional<TypeDescriptor> descriptor = anyType(type.text());
    descriptor
        .filter(known -> known.aliases().contains(type.text()))
        .ifPresent(known -> edits.rename(type, known.name()));
    if (mapping.get("values") instanceof YamlNode.Mapping values) {
      properties(values, CommonProperties.OF_A_TASK);
      descriptor.ifPresent(known -> properties(values, known.properties()));
    }
  }

  private Optional<TypeDescriptor> anyType(String name) {
    return BuiltInTypes.all().stream()
        .flatMap(family -> family.find(name).stream())
        .findFirst()
        .or(() -> plugins.find(name))
        .or(() -> plugins.triggers().find(name));
  }

  private void properties(YamlNode.Mapping mapping, List<PropertyDescriptor> descriptors) {
    for (PropertyDescriptor property : descriptors) {
      for (String alias : property.aliases()) {
        YamlNode.Entry entry = mapping.entries().get(alias);
        if (entry != null
            && mapping.get(property.name()) == null
            && !TOO_NEW.contains(property.name())) {
          edits.rename(entry.key(), property.name());
        }
      }
      Stream.concat(Stream.of(property.name()), property.aliases().stream())
          .forEach(
              name -> {
                value(mapping.get(name), property.type());
                if (property.rendered()) {
                  templates(mapping.get(name));
                }
              });
    }
  }

  /** Functions and filters in templates get their names of today. */
  private void templates(@Nullable YamlNode node) {
    switch (node) {
      case null -> {}
      case YamlNode.Scalar scalar -> {
        for (OldName old : expressions.oldNames(scalar.text())) {
          edits.replace(scalar, old.offset(), old.name(), old.successor());
        }
      }
      case YamlNode.Sequence list -> list.elements().forEach(this::templates);
      case YamlNode.Mapping mapping ->
          mapping
              .entries()
              .values()
              .forEach(
                  entry -> {
                    templates(entry.key());
                    templates(entry.value());
                  });
    }
  }

  private void value(@Nullable YamlNode node, PropertyType type) {
    switch (type) {
      case ListOf(PropertyType element) when node instanceof YamlNode.Sequence list ->
          list.elements().forEach(each -> value(each, element));
      case MapOf(PropertyType entry) when node instanceof YamlNode.Mapping map ->
          map.entries().values().forEach(each -> value(each.value(), entry));
      case Section(var properties) when node instanceof YamlNode.Mapping map ->
          properties(map, properties);
      case Nested nested when node instanceof YamlNode.Mapping map ->
          properties(map, nested.properties());
      case Typed typed when node instanceof YamlNode.Mapping map -> variant(typed, map);
      case FlowPart part when node instanceof YamlNode.Mapping map -> part(part, map);
      case ListOf _, MapOf _, Section _, Nested _, Typed _, FlowPart _ -> {}
      case Scalar _, Formed _, Choice _, OneOf _ -> {}
    }
  }

  private void variant(Typed typed, YamlNode.Mapping mapping) {
    if (mapping.get(Typed.TYPE) instanceof YamlNode.Scalar type) {
      typed
          .variant(type.text())
          .ifPresent(
              variant -> {
                if (variant.aliases().contains(type.text())) {
                  edits.rename(type, variant.name());
                }
                properties(mapping, variant.properties());
              });
    }
  }

  private void part(FlowPart part, YamlNode.Mapping mapping) {
    if (part == FlowPart.LABELS || !(mapping.get("type") instanceof YamlNode.Scalar type)) {
      return;
    }
    switch (part) {
      case TASK -> task(mapping, type);
      case TRIGGER -> trigger(mapping, type);
      case CONDITION -> named(mapping, type, CommonProperties.OF_A_CONDITION);
      case INPUT -> input(mapping, type);
      case RETRY -> word(mapping, type.text().toLowerCase(Locale.ROOT), ShortTypes.RETRIES);
      case SLA -> word(mapping, type.text().toUpperCase(Locale.ROOT), ShortTypes.SLAS);
      case LABELS -> {}
    }
  }

  private void task(YamlNode.Mapping task, YamlNode.Scalar type) {
    named(task, type, CommonProperties.OF_A_TASK);
    new Successors(edits, plugins, defaults).apply(task, type);
  }

  private void trigger(YamlNode.Mapping trigger, YamlNode.Scalar type) {
    named(trigger, type, CommonProperties.OF_A_TRIGGER);
    YamlNode.Entry old = trigger.entries().get("scheduleConditions");
    if (old != null && trigger.get("conditions") == null) {
      edits.rename(old.key(), "conditions");
    }
  }

  /** A thing whose type is a full name. */
  private void named(
      YamlNode.Mapping mapping, YamlNode.Scalar type, List<PropertyDescriptor> common) {
    properties(mapping, common);
    anyType(type.text())
        .ifPresent(
            descriptor -> {
              renameType(type, descriptor);
              properties(mapping, descriptor.properties());
            });
  }

  private void renameType(YamlNode.Scalar type, TypeDescriptor descriptor) {
    if (descriptor.aliases().contains(type.text())
        && defaults.areSame(type.text(), descriptor.name())) {
      edits.rename(type, descriptor.name());
    }
  }

  private void input(YamlNode.Mapping input, YamlNode.Scalar type) {
    word(input, type.text().toUpperCase(Locale.ROOT), ShortTypes.INPUTS);
    switch (type.text()) {
      case "BOOLEAN" -> edits.rename(type, "BOOL");
      case "ENUM" -> {
        if (Successors.arePlainTexts(input.get("values"))) {
          edits.rename(type, "SELECT");
        }
      }
      default -> {}
    }
  }

  private void word(
      YamlNode.Mapping mapping,
      String type,
      Map<String, List<PropertyDescriptor>> propertiesByWord) {
    properties(mapping, propertiesByWord.getOrDefault(type, List.of()));
  }
}
