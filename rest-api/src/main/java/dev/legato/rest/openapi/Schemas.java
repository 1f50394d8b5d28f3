package dev.legato.rest.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON Schemas of the records that clients see. Records and enums get a name of their own. */
final class Schemas {
  private static final Map<Class<?>, Map<String, Object>> SIMPLE =
      Map.ofEntries(
          Map.entry(String.class, Map.of("type", "string")),
          Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
          Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
          Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
          Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
          Map.entry(double.class, Map.of("type", "number")),
          Map.entry(Double.class, Map.of("type", "number")),
          Map.entry(boolean.class, Map.of("type", "boolean")),
          Map.entry(Boolean.class, Map.of("type", "boolean")),
          Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
          Map.entry(Duration.class, Map.of("type", "string", "format", "duration")),
          Map.entry(Object.class, Map.of()));

  private final Map<String, Map<String, Object>> named = new TreeMap<>();

  /** The schemas that were referred to so far, by name. */
  Map<String, Map<String, Object>> named() {
    return named;
  }

  Map<String, Object> of(Type type) {
    return switch (type) {
      case Class<?> plain -> ofClass(plain);
      case ParameterizedType generic -> ofGeneric(generic);
      default -> Map.of();
    };
  }

  private Map<String, Object> ofClass(Class<?> type) {
    Map<String, Object> simple = SIMPLE.get(type);
    if (simple != null) {
      return simple;
    }
    if (type.isEnum()) {
      return Map.of("type", "string", "enum", names(type));
    }
    if (type.isRecord()) {
      return reference(name(type), type, List.of());
    }
    return Map.of("type", "object");
  }

  private Map<String, Object> ofGeneric(ParameterizedType type) {
    Class<?> raw = (Class<?>) type.getRawType();
    Type[] arguments = type.getActualTypeArguments();
    if (Collection.class.isAssignableFrom(raw)) {
      return Map.of("type", "array", "items", of(arguments[0]));
    }
    if (Map.class.isAssignableFrom(raw)) {
      return Map.of("type", "object", "additionalProperties", of(arguments[1]));
    }
    if (raw.isRecord() && arguments[0] instanceof Class<?> argument) {
      return reference(name(raw) + name(argument), raw, List.of(argument));
    }
    return Map.of("type", "object");
  }

  private Map<String, Object> reference(String name, Class<?> type, List<Class<?>> arguments) {
    if (!named.containsKey(name)) {
      named.put(name, Map.of());
      named.put(name, describe(type, arguments));
    }
    return Map.of("$ref", "#/components/schemas/" + name);
  }

  private Map<String, Object> describe(Class<?> type, List<Class<?>> arguments) {
    var properties = new LinkedHashMap<String, Object>();
    List<String> required = new ArrayList<>();
    var schema = new LinkedHashMap<String, Object>();
    schema.put("type", "object");
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonAnyGetter.class)) {
        schema.put("additionalProperties", true);
        continue;
      }
      String name = nameOf(component);
      properties.put(name, ofComponent(component.getGenericType(), arguments));
      if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
        required.add(name);
      }
    }
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  // the one generic view there is has its argument in a list
  private Map<String, Object> ofComponent(Type type, List<Class<?>> arguments) {
    boolean isListOfArgument =
        !arguments.isEmpty()
            && type instanceof ParameterizedType list
            && list.getRawType() == List.class;
    return isListOfArgument ? Map.of("type", "array", "items", of(arguments.getFirst())) : of(type);
  }

  private static String nameOf(RecordComponent component) {
    JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
    return property == null ? component.getName() : property.value();
  }

  private static List<String> names(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(Object::toString).toList();
  }

  // nested records are named with their owner, "View" is our word, not the client's
  private static String name(Class<?> type) {
    Class<?> owner = type.getDeclaringClass();
    String own = type.getSimpleName();
    String full = owner == null ? own : name(owner) + own;
    return full.length() > 4 && full.substring(full.length() - 4).equals("View")
        ? full.substring(0, full.length() - 4)
        : full;
  }
}
