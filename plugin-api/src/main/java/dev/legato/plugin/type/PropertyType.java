package dev.legato.plugin.type;

import dev.legato.plugin.type.ConversionException.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which values a property takes, and what a task gets to see of them. */
public sealed interface PropertyType {
  /**
   * The value as the task wants it: a {@code String}, a {@code Duration}, an enum, a list, a record
   * and so on.
   *
   * @param value a rendered JSON value
   * @throws ConversionException when the value does not fit
   */
  Object convert(Object value) throws ConversionException;

  /** What fits, to follow "must be": {@code a whole number}. */
  String expectation();

  /** Types without parts. */
  enum Scalar implements PropertyType {
    TEXT("a text"),
    BOOLEAN("true or false"),
    /** 32 bits. */
    INTEGER("a whole number"),
    /** 64 bits. */
    LONG("a whole number"),
    /** A double. */
    NUMBER("a number"),
    /** ISO-8601, or a number of seconds. */
    DURATION("a duration such as PT30S, or a number of seconds"),
    /** ISO-8601 with a zone or an offset, as an {@code Instant}. */
    DATE_TIME("a date and time with a zone, such as 2026-01-31T12:00:00Z"),
    URI("a URI"),
    /** A JSON value as it is. */
    ANY("any value");

    private final String expectation;

    Scalar(String expectation) {
      this.expectation = expectation;
    }

    @Override
    public Object convert(Object value) throws ConversionException {
      return ScalarConversion.convert(this, value);
    }

    @Override
    public String expectation() {
      return expectation;
    }
  }

  /** One of the names of an enum, in upper or lower case. */
  record Choice(Class<? extends Enum<?>> type) implements PropertyType {
    /** What can be chosen, in the order of the enum. */
    public List<String> names() {
      return Stream.of(type.getEnumConstants()).<String>map(Enum::name).toList();
    }

    @Override
    public Object convert(Object value) throws ConversionException {
      if (type.isInstance(value)) {
        return value;
      }
      if (value instanceof String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        for (Enum<?> constant : type.getEnumConstants()) {
          if (constant.name().toUpperCase(Locale.ROOT).equals(wanted)) {
            return constant;
          }
        }
      }
      throw ScalarConversion.mismatch(this, value);
    }

    @Override
    public String expectation() {
      return names().stream().collect(Collectors.joining(", ", "one of ", ""));
    }
  }

  /** A list whose elements have one type. */
  record ListOf(PropertyType element) implements PropertyType {
    @Override
    public Object convert(Object value) throws ConversionException {
      if (!(value instanceof List<?> list)) {
        throw ScalarConversion.mismatch(this, value);
      }
      List<Problem> problems = new ArrayList<>();
      List<@Nullable Object> converted = new ArrayList<>(list.size());
      for (int i = 0; i < list.size(); i++) {
        converted.add(ScalarConversion.part(element, list.get(i), "[" + i + "]", problems));
      }
      if (!problems.isEmpty()) {
        throw new ConversionException(problems);
      }
      return Collections.unmodifiableList(converted);
    }

    @Override
    public String expectation() {
      return "a list";
    }
  }

  /** A map from texts to values of one type, in the author's order. */
  record MapOf(PropertyType value) implements PropertyType {
    @Override
    public Object convert(Object given) throws ConversionException {
      if (!(given instanceof Map<?, ?> map)) {
        throw ScalarConversion.mismatch(this, given);
      }
      List<Problem> problems = new ArrayList<>();
      Map<String, @Nullable Object> converted = LinkedHashMap.newLinkedHashMap(map.size());
      map.forEach(
          (key, entry) -> {
            String name = String.valueOf(key);
            converted.put(name, ScalarConversion.part(value, entry, name, problems));
          });
      if (!problems.isEmpty()) {
        throw new ConversionException(problems);
      }
      return Collections.unmodifiableMap(converted);
    }

    @Override
    public String expectation() {
      return "a map";
    }
  }

  /** A text with a form of its own, as a record. */
  final class Formed implements PropertyType {
    private final RecordShape shape;

    Formed(RecordShape shape) {
      this.shape = shape;
    }

    @Override
    public Object convert(Object value) throws ConversionException {
      return shape.construct(new Object[] {Scalar.TEXT.convert(value)});
    }

    @Override
    public String expectation() {
      return Scalar.TEXT.expectation();
    }

    @Override
    public String toString() {
      return "Formed[" + shape.properties() + "]";
    }
  }

  /** A map with fixed keys, as a record. */
  final class Nested implements PropertyType {
    private final RecordShape shape;

    Nested(RecordShape shape) {
      this.shape = shape;
    }

    public List<PropertyDescriptor> properties() {
      return shape.properties();
    }

    @Override
    public Object convert(Object value) throws ConversionException {
      if (!(value instanceof Map<?, ?> map)) {
        throw ScalarConversion.mismatch(this, value);
      }
      return shape.build(map);
    }

    @Override
    public String expectation() {
      return properties().stream()
          .map(PropertyDescriptor::name)
          .collect(Collectors.joining(", ", "a map with the keys ", ""));
    }

    @Override
    public String toString() {
      return "Nested[" + shape.properties() + "]";
    }
  }

  /** A map whose key {@code type} says which record it becomes. */
  final class Typed implements PropertyType {
    /** The key that says it. */
    public static final String TYPE = "type";

    /** A key that is accepted and means nothing here: which version of the plugin to use. */
    public static final String VERSION = "version";

    private final Map<ComponentVariant, RecordShape> shapes;

    Typed(Map<ComponentVariant, RecordShape> shapes) {
      this.shapes = shapes;
    }

    /** What can be chosen, in the order of the interface. */
    public List<ComponentVariant> variants() {
      return List.copyOf(shapes.keySet());
    }

    /** What a name means, in any of its spellings. */
    public Optional<ComponentVariant> variant(String name) {
      return shapes.keySet().stream().filter(variant -> variant.isCalled(name)).findFirst();
    }

    @Override
    public Object convert(Object value) throws ConversionException {
      if (!(value instanceof Map<?, ?> map) || !(map.get(TYPE) instanceof String name)) {
        throw ScalarConversion.mismatch(this, value);
      }
      ComponentVariant variant =
          variant(name)
              .orElseThrow(
                  () ->
                      new ConversionException(
                          List.of(new Problem(TYPE, "must be one of " + names(), name))));
      Map<Object, Object> properties = new LinkedHashMap<>(map);
      properties.remove(TYPE);
      properties.remove(VERSION);
      return Objects.requireNonNull(shapes.get(variant)).build(properties);
    }

    private String names() {
      return variants().stream().map(ComponentVariant::name).collect(Collectors.joining(", "));
    }

    @Override
    public String expectation() {
      return "a map whose key 'type' is one of " + names();
    }

    @Override
    public String toString() {
      return "Typed[" + names() + "]";
    }
  }

  /**
   * One of some names, in upper or lower case; a text.
   *
   * @param names in upper case
   */
  record OneOf(List<String> names) implements PropertyType {
    @Override
    public Object convert(Object value) throws ConversionException {
      if (value instanceof String text) {
        String wanted = text.strip().toUpperCase(Locale.ROOT);
        if (names.contains(wanted)) {
          return wanted;
        }
      }
      throw ScalarConversion.mismatch(this, value);
    }

    @Override
    public String expectation() {
      return "one of " + String.join(", ", names);
    }
  }

  /** A map with fixed keys that stays a map. */
  record Section(List<PropertyDescriptor> properties) implements PropertyType {
    @Override
    public Object convert(Object value) throws ConversionException {
      if (value instanceof Map<?, ?>) {
        return value;
      }
      throw ScalarConversion.mismatch(this, value);
    }

    @Override
    public String expectation() {
      return properties.stream()
          .map(PropertyDescriptor::name)
          .collect(Collectors.joining(", ", "a map with the keys ", ""));
    }
  }

  /** What only the language itself reads; no task of a plugin has such a property. */
  enum FlowPart implements PropertyType {
    TASK("a task"),
    TRIGGER("a trigger"),
    CONDITION("a condition"),
    INPUT("an input"),
    LABELS("a map of labels"),
    RETRY("a retry"),
    SLA("an SLA");

    private final String expectation;

    FlowPart(String expectation) {
      this.expectation = expectation;
    }

    @Override
    public Object convert(Object value) {
      return value;
    }

    @Override
    public String expectation() {
      return expectation;
    }
  }
}
