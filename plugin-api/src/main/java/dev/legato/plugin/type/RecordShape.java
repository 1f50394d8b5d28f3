package dev.legato.plugin.type;

import dev.legato.plugin.Property;
import dev.legato.plugin.type.ConversionException.Problem;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A record class seen as a set of properties, and the way to make one from their values. */
final class RecordShape {
  private final Class<? extends Record> type;
  private final List<Part> parts;
  private final List<PropertyDescriptor> properties;
  private final MethodHandle constructor;

  private RecordShape(Class<? extends Record> type, List<Part> parts) {
    this.type = type;
    this.parts = parts;
    this.properties = parts.stream().map(Part::descriptor).toList();
    this.constructor = constructor(type);
  }

  static RecordShape of(Class<? extends Record> type) {
    return new RecordShape(type, Stream.of(type.getRecordComponents()).map(Part::of).toList());
  }

  List<PropertyDescriptor> properties() {
    return properties;
  }

  /**
   * Makes a record.
   *
   * @param values rendered; null counts as not given
   */
  Record build(Map<?, ?> values) throws ConversionException {
    List<Problem> problems = new ArrayList<>(0);
    @Nullable Object[] arguments = new Object[parts.size()];
    int known = 0;
    for (int i = 0; i < arguments.length; i++) {
      Part part = parts.get(i);
      known += part.count(values);
      arguments[i] = part.value(values, problems);
    }
    if (known != values.size()) {
      values.keySet().stream().filter(this::isUnknown).map(this::unknown).forEach(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new ConversionException(problems);
    }
    return construct(arguments);
  }

  private boolean isUnknown(Object key) {
    return properties.stream().noneMatch(p -> p.name().equals(key) || p.aliases().contains(key));
  }

  private Problem unknown(Object key) {
    List<String> names = properties.stream().map(PropertyDescriptor::name).toList();
    String remedy = names.isEmpty() ? "there are none" : "known are " + String.join(", ", names);
    return new Problem(key.toString(), "is not known here; " + remedy);
  }

  // a method handle declares Throwable; only what the record's own constructor throws can come
  private Record construct(@Nullable Object[] arguments) throws ConversionException {
    try {
      return (Record) constructor.invokeExact(arguments);
    } catch (IllegalArgumentException e) {
      throw new ConversionException(String.valueOf(e.getMessage()));
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("Expected %s to be made, but failed".formatted(type), e);
    }
  }

  private static MethodHandle constructor(Class<? extends Record> type) {
    RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> canonical = type.getDeclaredConstructor(types);
      canonical.setAccessible(true);
      MethodHandle handle = MethodHandles.lookup().unreflectConstructor(canonical);
      return handle
          .asSpreader(Object[].class, types.length)
          .asType(MethodType.methodType(Record.class, Object[].class));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "Expected %s to have its canonical constructor, but found none".formatted(type), e);
    }
  }

  /** One component. */
  private record Part(PropertyDescriptor descriptor, @Nullable Object defaultValue) {
    static Part of(RecordComponent component) {
      Property annotation = component.getAnnotation(Property.class);
      PropertyType type = ComponentTypes.property(component);
      String written = annotation == null ? "" : annotation.defaultValue();
      Object converted = written.isEmpty() ? null : converted(component, type, written);
      boolean optional = converted != null || ComponentTypes.isNullable(component);
      PropertyDescriptor descriptor =
          new PropertyDescriptor(
              component.getName(),
              annotation == null ? List.of() : List.of(annotation.aliases()),
              type,
              !optional,
              annotation == null || annotation.rendered(),
              isJson(converted) ? converted : emptyToNull(written),
              annotation == null ? "" : annotation.value());
      return new Part(descriptor, converted);
    }

    /** How many keys of the map name this property. */
    int count(Map<?, ?> values) {
      int count = values.containsKey(descriptor.name()) ? 1 : 0;
      for (String alias : descriptor.aliases()) {
        count += values.containsKey(alias) ? 1 : 0;
      }
      return count;
    }

    @Nullable Object value(Map<?, ?> values, List<Problem> problems) {
      String name = descriptor.name();
      Object found = values.get(name);
      String foundAs = name;
      for (String alias : descriptor.aliases()) {
        Object other = values.get(alias);
        if (found != null && other != null) {
          problems.add(
              new Problem(foundAs, "is given a second time as '%s'; keep one".formatted(alias)));
        } else if (other != null) {
          found = other;
          foundAs = alias;
        }
      }
      if (found != null) {
        return ScalarConversion.part(descriptor.type(), found, foundAs, problems);
      }
      if (descriptor.required()) {
        problems.add(
            new Problem(name, "is missing; it must be " + descriptor.type().expectation()));
      }
      return defaultValue;
    }

    private static Object converted(RecordComponent component, PropertyType type, String written) {
      try {
        return type.convert(written);
      } catch (ConversionException e) {
        throw new IllegalStateException(
            "Expected the default of %s.%s to fit, but it %s"
                .formatted(
                    component.getDeclaringRecord().getName(), component.getName(), e.getMessage()),
            e);
      }
    }

    private static boolean isJson(@Nullable Object value) {
      return value instanceof Number || value instanceof Boolean;
    }

    private static @Nullable String emptyToNull(String text) {
      return text.isEmpty() ? null : text;
    }
  }
}
