package dev.legato.language.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.legato.language.complaint.Complaints;
import dev.legato.language.yaml.YamlLimits;
import dev.legato.language.yaml.YamlNode;
import dev.legato.language.yaml.YamlReader;
import dev.legato.language.yaml.YamlValues;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Checks documents against schemas with a validator that others wrote. */
public final class Schemas {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonSchema schema;

  public Schemas(Map<String, Object> schema) {
    this.schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(JSON.<JsonNode>valueToTree(schema));
  }

  /** What the validator says of a YAML document; what has no value counts as absent. */
  public List<String> problems(String yaml) {
    Complaints complaints = new Complaints();
    YamlNode root = new YamlReader(YamlLimits.DEFAULTS).read(yaml, complaints).orElseThrow();
    Object json = new YamlValues(YamlLimits.DEFAULTS, complaints).json(root, "");
    return schema.validate(JSON.<JsonNode>valueToTree(withoutNulls(json))).stream()
        .map(ValidationMessage::getMessage)
        .toList();
  }

  private static Object withoutNulls(Object json) {
    return switch (json) {
      case Map<?, ?> map -> {
        Map<Object, Object> kept = new LinkedHashMap<>();
        map.forEach(
            (key, value) -> {
              if (value != null) {
                kept.put(key, withoutNulls(value));
              }
            });
        yield Collections.unmodifiableMap(kept);
      }
      case List<?> list ->
          list.stream().filter(Objects::nonNull).map(Schemas::withoutNulls).toList();
      default -> json;
    };
  }
}
