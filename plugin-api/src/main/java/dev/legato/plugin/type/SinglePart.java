package dev.legato.plugin.type;

import dev.legato.plugin.Property;
import dev.legato.plugin.type.ConversionException.Problem;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A component that is a property of its own. */
record SinglePart(PropertyDescriptor descriptor, @Nullable Object defaultValue)
    implements RecordPart {
  static SinglePart of(RecordComponent component) {
    Property annotation = component.getAnnotation(Property.class);
    PropertyType type = ComponentTypes.property(component);
    String written = annotation == null ? "" : annotation.defaultValue();
    Object converted = written.isEmpty() ? null : converted(component, type, written);
    boolean optional = converted != null || ComponentTypes.isNullable(component);
    PropertyDescriptor descriptor =
        new PropertyDescriptor(
            name(component, annotation),
            annotation == null ? List.of() : List.of(annotation.aliases()),
            type,
            !optional,
            annotation == null || annotation.rendered(),
            isJson(converted) ? converted : emptyToNull(written),
            annotation == null ? "" : annotation.value(),
            annotation == null ? "" : annotation.deprecation(),
            annotation != null && annotation.renderedByTask());
    return new SinglePart(descriptor, converted);
  }

  private static String name(RecordComponent component, @Nullable Property annotation) {
    return annotation == null || annotation.name().isEmpty()
        ? component.getName()
        : annotation.name();
  }

  @Override
  public List<PropertyDescriptor> descriptors() {
    return List.of(descriptor);
  }

  @Override
  public int count(Map<?, ?> values) {
    int count = values.containsKey(descriptor.name()) ? 1 : 0;
    for (String alias : descriptor.aliases()) {
      count += values.containsKey(alias) ? 1 : 0;
    }
    return count;
  }

  @Override
  public @Nullable Object value(Map<?, ?> values, List<Problem> problems) {
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
      problems.add(new Problem(name, "is missing; it must be " + descriptor.type().expectation()));
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
