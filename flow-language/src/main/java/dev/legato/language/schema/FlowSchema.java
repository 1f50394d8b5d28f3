package dev.legato.language.schema;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.language.builtin.CommonProperties;
import dev.legato.language.builtin.ShortTypes;
import dev.legato.language.builtin.TypeFamily;
import dev.legato.language.flow.IdRule;
import dev.legato.plugin.type.PropertyDescriptor;
import dev.legato.plugin.type.PropertyType.FlowPart;
import dev.legato.plugin.type.TriggerCatalog;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.plugin.type.TypeDescriptor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Makes JSON Schemas (draft 7) as JSON values.
 *
 * <p>A schema accepts what {@link dev.legato.language.flow.FlowParser} accepts, except that it
 * misses properties that only plugin defaults fill in. It cannot tell everything that the parser
 * can, such as whether ids are unique. Besides the standard it has what VS Code and Monaco read:
 * {@code deprecationMessage}, {@code doNotSuggest}, {@code enumDescriptions}.
 */
public final class FlowSchema {
  private static final String DRAFT = "http://json-schema.org/draft-07/schema#";

  private final ValueSchema values = new ValueSchema(FlowSchema::reference);
  private final Map<String, Object> definitions = new LinkedHashMap<>();

  private FlowSchema() {}

  /**
   * The schema of flows.
   *
   * @param plugins the installed task types; one that does not load is left out
   */
  public static Map<String, Object> generate(TypeCatalog plugins) {
    return new FlowSchema().flow(plugins);
  }

  /**
   * What one type has of its own: {@code properties}, what is {@code required}, and the type's
   * {@code outputs} as a schema of their own. Complete in itself.
   */
  public static Map<String, Object> ofType(TypeDescriptor type) {
    ValueSchema alone = new ValueSchema(FlowSchema::outline);
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DRAFT);
    schema.putAll(described(type));
    schema.putAll(alone.object(type.properties()));
    schema.put(
        "outputs", Node.of("type", "object", "properties", alone.properties(type.outputs())));
    return schema;
  }

  private Map<String, Object> flow(TypeCatalog plugins) {
    family(FlowPart.TASK, "A task.", tasks(plugins), CommonProperties.OF_A_TASK);
    family(
        FlowPart.TRIGGER,
        "A trigger.",
        triggers(plugins.triggers()),
        CommonProperties.OF_A_TRIGGER);
    family(
        FlowPart.CONDITION,
        "A condition.",
        BuiltInTypes.CONDITIONS.types(),
        CommonProperties.OF_A_CONDITION);
    words(FlowPart.INPUT, "An input.", ShortTypes.INPUTS);
    words(FlowPart.RETRY, "When to try again.", ShortTypes.RETRIES);
    words(FlowPart.SLA, "A promise.", ShortTypes.SLAS);
    definitions.put(name(FlowPart.LABELS), labels());
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("$schema", DRAFT);
    schema.put("title", "Flow");
    schema.putAll(values.object(CommonProperties.OF_A_FLOW));
    schema.put("properties", ofAFlow());
    schema.put("definitions", definitions);
    return schema;
  }

  private Map<String, Object> ofAFlow() {
    Map<String, Object> properties = values.properties(CommonProperties.OF_A_FLOW);
    properties.compute("id", (_, schema) -> following(IdRule.FLOW, schema));
    properties.compute("namespace", (_, schema) -> following(IdRule.NAMESPACE, schema));
    return properties;
  }

  /** The schema of a name, with the rule that such names follow. */
  private static Map<String, Object> following(IdRule rule, @Nullable Object schema) {
    Map<String, Object> name = new LinkedHashMap<>();
    if (schema instanceof Map<?, ?> given) {
      given.forEach((key, value) -> name.put(String.valueOf(key), value));
    }
    name.put("pattern", "^%s$".formatted(rule.regex()));
    name.put("maxLength", rule.maxLength());
    return name;
  }

  private static List<TypeDescriptor> tasks(TypeCatalog plugins) {
    return Stream.concat(
            BuiltInTypes.TASKS.types().stream(),
            plugins.canonicalNames().stream()
                .filter(name -> name.indexOf('$') < 0)
                .flatMap(name -> loaded(plugins::find, name).stream()))
        .sorted(Comparator.comparing(TypeDescriptor::name))
        .toList();
  }

  private static List<TypeDescriptor> triggers(TriggerCatalog plugins) {
    return Stream.concat(
            BuiltInTypes.TRIGGERS.types().stream(),
            plugins.canonicalNames().stream().flatMap(name -> loaded(plugins::find, name).stream()))
        .toList();
  }

  /** One broken plugin must not take the schema of all others away. */
  private static Optional<TypeDescriptor> loaded(
      Function<String, Optional<TypeDescriptor>> plugins, String name) {
    try {
      return plugins.apply(name);
    } catch (IllegalStateException _) {
      return Optional.empty();
    }
  }

  /** Things whose type is a full name. */
  private void family(
      FlowPart part, String title, List<TypeDescriptor> types, List<PropertyDescriptor> common) {
    Map<String, Object> kind = new LinkedHashMap<>();
    kind.put("title", title);
    kind.put("type", "object");
    Map<String, Object> properties = new LinkedHashMap<>(values.properties(common));
    properties.put("type", typeNames(types));
    properties.computeIfPresent("id", (_, schema) -> following(IdRule.TASK, schema));
    kind.put("properties", properties);
    ValueSchema.requirements(common, kind);
    List<Object> choices = new ArrayList<>();
    for (TypeDescriptor type : types) {
      choices.add(when(spellings(type), type.name()));
      definitions.put(type.name(), type(part, type, common));
    }
    kind.put("allOf", choices);
    definitions.put(name(part), kind);
  }

  private Map<String, Object> type(
      FlowPart part, TypeDescriptor type, List<PropertyDescriptor> common) {
    Map<String, Object> schema = new LinkedHashMap<>(described(type));
    Map<String, Object> properties = new LinkedHashMap<>();
    for (PropertyDescriptor property : common) {
      Stream.concat(Stream.of(property.name()), property.aliases().stream())
          .forEach(name -> properties.put(name, inherited(part, name)));
    }
    properties.put("type", spelled(type));
    properties.putAll(values.properties(type.properties()));
    schema.put("properties", properties);
    ValueSchema.requirements(type.properties(), schema);
    schema.put("additionalProperties", false);
    return schema;
  }

  private static Map<String, Object> inherited(FlowPart part, String property) {
    return Node.of("$ref", "#/definitions/%s/properties/%s".formatted(name(part), property));
  }

  private static Map<String, Object> described(TypeDescriptor type) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("title", type.title());
    if (!type.description().isEmpty()) {
      schema.put("description", type.description());
      schema.put("markdownDescription", type.description());
    }
    if (type.replacedBy() != null) {
      schema.put("deprecationMessage", "Use '%s'.".formatted(type.replacedBy()));
    }
    return schema;
  }

  /** Editors offer the names of today and show what each is for. */
  private static Map<String, Object> typeNames(List<TypeDescriptor> types) {
    List<TypeDescriptor> current = types.stream().filter(t -> t.replacedBy() == null).toList();
    Map<String, Object> offered = new LinkedHashMap<>();
    offered.put("enum", current.stream().map(TypeDescriptor::name).toList());
    offered.put("enumDescriptions", current.stream().map(TypeDescriptor::title).toList());
    List<String> others =
        types.stream()
            .flatMap(type -> spellings(type).stream())
            .filter(name -> current.stream().noneMatch(type -> type.name().equals(name)))
            .toList();
    Map<String, Object> hidden = Node.of("enum", others, "doNotSuggest", true);
    return ValueSchema.anyOf(offered, hidden);
  }

  private static Map<String, Object> spelled(TypeDescriptor type) {
    List<Map<String, Object>> spellings = new ArrayList<>();
    List<String> current = new ArrayList<>(List.of(type.name()));
    TypeFamily.shortForm(type.name()).ifPresent(current::add);
    spellings.add(Node.of("enum", current));
    List<String> old = spellings(type).stream().filter(name -> !current.contains(name)).toList();
    if (!old.isEmpty()) {
      spellings.add(Node.of("enum", old, "deprecationMessage", "Use '%s'.".formatted(type.name())));
    }
    return Node.of("anyOf", spellings);
  }

  private static List<String> spellings(TypeDescriptor type) {
    return Stream.concat(Stream.of(type.name()), type.aliases().stream())
        .flatMap(name -> Stream.concat(Stream.of(name), TypeFamily.shortForm(name).stream()))
        .toList();
  }

  /** Things whose type is a word, which may be written in small letters. */
  private void words(
      FlowPart part, String title, Map<String, List<PropertyDescriptor>> propertiesByWord) {
    List<Object> choices = new ArrayList<>();
    List<String> words = List.copyOf(propertiesByWord.keySet());
    propertiesByWord.forEach(
        (word, properties) -> {
          String definition = name(part) + "." + word;
          Map<String, Object> all = new LinkedHashMap<>();
          all.put("type", Map.of());
          all.putAll(values.properties(properties));
          Map<String, Object> schema = new LinkedHashMap<>();
          schema.put("properties", all);
          ValueSchema.requirements(properties, schema);
          schema.put("additionalProperties", false);
          definitions.put(definition, schema);
          choices.add(when(bothCases(word), definition));
        });
    Map<String, Object> kind = new LinkedHashMap<>();
    kind.put("title", title);
    kind.put("type", "object");
    List<String> otherCase =
        words.stream()
            .flatMap(word -> bothCases(word).stream())
            .filter(w -> !words.contains(w))
            .toList();
    kind.put(
        "properties",
        Node.of(
            "type",
            ValueSchema.anyOf(
                Node.of("enum", words), Node.of("enum", otherCase, "doNotSuggest", true))));
    kind.put("required", List.of("type"));
    kind.put("allOf", choices);
    definitions.put(name(part), kind);
  }

  private static List<String> bothCases(String word) {
    return Stream.of(word, word.toUpperCase(Locale.ROOT), word.toLowerCase(Locale.ROOT))
        .distinct()
        .toList();
  }

  private static Map<String, Object> when(List<String> types, String definition) {
    Map<String, Object> choice = new LinkedHashMap<>();
    choice.put(
        "if",
        Node.of(
            "properties", Node.of("type", Node.of("enum", types)), "required", List.of("type")));
    choice.put("then", Node.of("$ref", "#/definitions/" + definition));
    return choice;
  }

  private static Map<String, Object> labels() {
    Map<String, Object> text = Node.of("type", List.of("string", "number", "boolean"));
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("type", "object");
    entry.put("properties", Node.of("key", text, "value", text));
    entry.put("required", List.of("key", "value"));
    entry.put("additionalProperties", false);
    return ValueSchema.anyOf(
        Node.of("type", "object", "additionalProperties", text),
        Node.of("type", "array", "items", entry));
  }

  private static Map<String, Object> reference(FlowPart part) {
    return Node.of("$ref", "#/definitions/" + name(part));
  }

  private static Map<String, Object> outline(FlowPart part) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", part == FlowPart.LABELS ? List.of("object", "array") : "object");
    schema.put("$comment", name(part));
    return schema;
  }

  private static String name(FlowPart part) {
    return part.name().toLowerCase(Locale.ROOT);
  }
}
