package dev.legato.language.schema;

import dev.legato.model.flow.InputDefinition;
import dev.legato.model.flow.InputType;
import dev.legato.model.flow.OutputDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * JSON Schemas (2020-12) of what a flow takes and of what it gives, for programs that call it. They
 * say what a caller can know beforehand; what is sent is checked by the flow itself.
 */
public final class CallSchema {
  private static final Map<String, Object> ANYTHING = Map.of();

  private CallSchema() {}

  /** Of an object with a member for each input; ids with dots are objects in it. */
  public static Map<String, Object> ofInputs(List<InputDefinition> inputs) {
    var root = new Members();
    for (InputDefinition input : inputs) {
      root.put(input.id(), ofInput(input), isNeeded(input));
    }
    return root.closed();
  }

  /** Of an object with a member for each output. */
  public static Map<String, Object> ofOutputs(List<OutputDefinition> outputs) {
    Map<String, Object> members = new LinkedHashMap<>();
    for (OutputDefinition output : outputs) {
      Map<String, Object> schema = new LinkedHashMap<>();
      if (output.displayName() != null) {
        schema.put("title", output.displayName());
      }
      if (output.description() != null) {
        schema.put("description", output.description());
      }
      schema.putAll(orNull(ofType(output.type(), Map.of())));
      members.put(output.id(), schema);
    }
    return Node.of("type", "object", "properties", members);
  }

  /** An output that is not required is null when it cannot be rendered. */
  private static Map<String, Object> orNull(Map<String, Object> schema) {
    Map<String, Object> either = new LinkedHashMap<>(schema);
    either.computeIfPresent("type", (_, type) -> List.of(type, "null"));
    return either;
  }

  private static boolean isNeeded(InputDefinition input) {
    return input.required()
        && input.defaults() == null
        && input.condition() == null
        && input.dependsOn().isEmpty()
        && !Boolean.TRUE.equals(input.rules().get("autoSelectFirst"));
  }

  private static Map<String, Object> ofInput(InputDefinition input) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (input.displayName() != null) {
      schema.put("title", input.displayName());
    }
    String description = description(input);
    if (!description.isEmpty()) {
      schema.put("description", description);
    }
    boolean isBound = input.type() != InputType.SELECT || input.required();
    schema.putAll(ofType(input.type(), isBound ? input.rules() : withoutValues(input.rules())));
    Object fallback = input.defaults();
    // in a constant there is no brace: where one is, there may be a template
    if (fallback != null && fallback.toString().indexOf('{') < 0) {
      schema.put("default", fallback);
    }
    return schema;
  }

  /** Only choices that must be made among the values are bound to them. */
  private static Map<String, @Nullable Object> withoutValues(Map<String, @Nullable Object> rules) {
    Map<String, @Nullable Object> others = new LinkedHashMap<>(rules);
    others.remove("values");
    return others;
  }

  /** The author's words, then what the keywords of a schema cannot say. */
  private static String description(InputDefinition input) {
    List<String> sentences = new ArrayList<>();
    if (input.description() != null) {
      sentences.add(input.description().strip());
    }
    Object pattern = input.rules().get("validator");
    if (pattern != null) {
      // expressions of Java are not those of JSON Schema
      sentences.add("Must match the regular expression %s as a whole.".formatted(pattern));
    }
    switch (input.type()) {
      case FILE ->
          sentences.add("The content of a file, or the address of a stored one (kestra:///...).");
      case TIME -> sentences.add("A time of the day such as 12:30:00.");
      case YAML -> sentences.add("A JSON value, or a text in YAML.");
      default -> {}
    }
    input.rules().entrySet().stream()
        .filter(rule -> List.of("after", "before").contains(rule.getKey()))
        .map(rule -> "Not %s %s.".formatted(opposite(rule.getKey()), rule.getValue()))
        .forEach(sentences::add);
    return String.join(" ", sentences);
  }

  private static String opposite(String bound) {
    return bound.equals("after") ? "before" : "after";
  }

  private static Map<String, Object> ofType(InputType type, Map<String, ?> rules) {
    return switch (type) {
      case STRING, FILE, TIME -> Node.of("type", "string");
      case SECRET -> Node.of("type", "string", "writeOnly", true);
      case ENUM, SELECT -> choice(rules);
      case MULTISELECT -> Node.of("type", "array", "items", choice(rules));
      case INT -> bounded("integer", rules);
      case FLOAT -> bounded("number", rules);
      case BOOLEAN, BOOL -> Node.of("type", "boolean");
      case DATETIME -> formatted("date-time");
      case DATE -> formatted("date");
      case DURATION -> formatted("duration");
      case URI -> formatted("uri");
      case EMAIL -> formatted("email");
      case ARRAY -> Node.of("type", "array", "items", items(rules));
      case JSON, YAML, FORM -> ANYTHING;
    };
  }

  private static Map<String, Object> formatted(String format) {
    return Node.of("type", "string", "format", format);
  }

  private static Map<String, Object> choice(Map<String, ?> rules) {
    boolean isOpen = Boolean.TRUE.equals(rules.get("allowCustomValue"));
    return rules.get("values") instanceof List<?> values && !values.isEmpty() && !isOpen
        ? Node.of("type", "string", "enum", values)
        : Node.of("type", "string");
  }

  private static Map<String, Object> bounded(String type, Map<String, ?> rules) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    if (rules.get("min") instanceof Number min) {
      schema.put("minimum", min);
    }
    if (rules.get("max") instanceof Number max) {
      schema.put("maximum", max);
    }
    return schema;
  }

  private static Map<String, Object> items(Map<String, ?> rules) {
    return rules.get("itemType") instanceof String name
        ? ofType(InputType.valueOf(name), Map.of())
        : ANYTHING;
  }

  /** Members of an object; those with dots in their ids are members of members. */
  private static final class Members {
    private final Map<String, Object> schemas = new LinkedHashMap<>();
    private final List<String> needed = new ArrayList<>();

    void put(String id, Map<String, Object> schema, boolean isNeeded) {
      int dot = id.indexOf('.');
      String name = dot < 0 ? id : id.substring(0, dot);
      if (isNeeded && !needed.contains(name)) {
        needed.add(name);
      }
      if (dot < 0) {
        schemas.put(name, schema);
      } else if (schemas.computeIfAbsent(name, _ -> new Members()) instanceof Members inner) {
        inner.put(id.substring(dot + 1), schema, isNeeded);
      }
    }

    /** Nothing else may be given: a misspelt name is found by the client already. */
    Map<String, Object> closed() {
      Map<String, Object> schema = new LinkedHashMap<>();
      schema.put("type", "object");
      schema.put(
          "properties",
          schemas.entrySet().stream()
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey,
                      entry ->
                          entry.getValue() instanceof Members inner
                              ? inner.closed()
                              : entry.getValue(),
                      (_, later) -> later,
                      LinkedHashMap::new)));
      if (!needed.isEmpty()) {
        schema.put("required", List.copyOf(needed));
      }
      schema.put("additionalProperties", false);
      return schema;
    }
  }
}
