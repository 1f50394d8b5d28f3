package dev.legato.plugin.type;

import dev.legato.plugin.component.ComponentType;
import dev.legato.plugin.component.FormedText;
import dev.legato.plugin.type.PropertyType.Choice;
import dev.legato.plugin.type.PropertyType.Formed;
import dev.legato.plugin.type.PropertyType.ListOf;
import dev.legato.plugin.type.PropertyType.MapOf;
import dev.legato.plugin.type.PropertyType.Nested;
import dev.legato.plugin.type.PropertyType.Scalar;
import dev.legato.plugin.type.PropertyType.Typed;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads property types off record components. */
final class ComponentTypes {
  private static final Map<Class<?>, Scalar> SCALARS =
      Map.ofEntries(
          Map.entry(String.class, Scalar.TEXT),
          Map.entry(boolean.class, Scalar.BOOLEAN),
          Map.entry(Boolean.class, Scalar.BOOLEAN),
          Map.entry(int.class, Scalar.INTEGER),
          Map.entry(Integer.class, Scalar.INTEGER),
          Map.entry(long.class, Scalar.LONG),
          Map.entry(Long.class, Scalar.LONG),
          Map.entry(double.class, Scalar.NUMBER),
          Map.entry(Double.class, Scalar.NUMBER),
          Map.entry(Duration.class, Scalar.DURATION),
          Map.entry(Instant.class, Scalar.DATE_TIME),
          Map.entry(URI.class, Scalar.URI),
          Map.entry(Object.class, Scalar.ANY));

  private ComponentTypes() {}

  static boolean isNullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** The type of a task's property; whoever wrote the task hears of types that cannot be one. */
  static PropertyType property(RecordComponent component) {
    PropertyType type = typeOf(component.getGenericType());
    if (type == null) {
      throw new IllegalStateException(
          "Expected the type of %s.%s to be one that properties can have, but it is %s"
              .formatted(
                  component.getDeclaringRecord().getName(),
                  component.getName(),
                  component.getGenericType()));
    }
    return type;
  }

  /** The type of a task's output, which may be of any kind that can be written as JSON. */
  static PropertyType output(RecordComponent component) {
    return switch (component.getGenericType()) {
      case Class<?> plain when plain.isEnum() -> choice(plain);
      case Class<?> plain -> SCALARS.getOrDefault(plain, Scalar.ANY);
      case ParameterizedType generic when generic.getRawType() == List.class ->
          new ListOf(Scalar.ANY);
      case ParameterizedType generic when generic.getRawType() == Map.class ->
          new MapOf(Scalar.ANY);
      default -> Scalar.ANY;
    };
  }

  private static @Nullable PropertyType typeOf(Type type) {
    return switch (type) {
      case Class<?> plain -> ofClass(plain);
      case ParameterizedType generic when generic.getRawType() == List.class -> {
        PropertyType element = typeOf(generic.getActualTypeArguments()[0]);
        yield element == null ? null : new ListOf(element);
      }
      case ParameterizedType generic
          when generic.getRawType() == Map.class
              && generic.getActualTypeArguments()[0] == String.class -> {
        PropertyType value = typeOf(generic.getActualTypeArguments()[1]);
        yield value == null ? null : new MapOf(value);
      }
      case WildcardType wildcard -> typeOf(wildcard.getUpperBounds()[0]);
      default -> null;
    };
  }

  private static @Nullable PropertyType ofClass(Class<?> type) {
    if (type.isEnum()) {
      return choice(type);
    }
    if (type.isRecord()) {
      RecordShape shape = RecordShape.of(type.asSubclass(Record.class));
      return FormedText.class.isAssignableFrom(type) ? new Formed(shape) : new Nested(shape);
    }
    return type.isSealed() && type.isInterface() ? typed(type) : SCALARS.get(type);
  }

  private static Typed typed(Class<?> type) {
    Map<ComponentVariant, RecordShape> shapes = new LinkedHashMap<>();
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      ComponentType annotation = permitted.getAnnotation(ComponentType.class);
      if (annotation == null || !permitted.isRecord()) {
        throw new IllegalStateException(
            "Expected %s to be a record with @ComponentType, but it is not".formatted(permitted));
      }
      RecordShape shape = RecordShape.of(permitted.asSubclass(Record.class));
      shapes.put(
          new ComponentVariant(
              annotation.value(),
              List.of(annotation.aliases()),
              annotation.title(),
              shape.properties()),
          shape);
    }
    return new Typed(shapes);
  }

  @SuppressWarnings("unchecked") // callers have asked isEnum
  private static Choice choice(Class<?> type) {
    return new Choice((Class<? extends Enum<?>>) type);
  }
}
