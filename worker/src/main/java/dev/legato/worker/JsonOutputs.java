package dev.legato.worker;

import dev.legato.plugin.NoOutput;
import dev.legato.plugin.Property;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.time.Duration;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns the record that a task returns into JSON values. */
final class JsonOutputs {
  private final Map<Class<?>, List<Component>> componentsOf = new ConcurrentHashMap<>();

  /**
   * The components by name; those that are null are left out unless they are always there. The
   * result shares nothing with the record that the task could still change.
   *
   * @throws UnfitOutputException when something in it is not like JSON
   */
  Map<String, @Nullable Object> of(Record outputs) throws UnfitOutputException {
    return outputs instanceof NoOutput ? Map.of() : record(outputs);
  }

  private Map<String, @Nullable Object> record(Record source) throws UnfitOutputException {
    List<Component> components =
        componentsOf.computeIfAbsent(source.getClass(), JsonOutputs::componentsOf);
    Map<String, @Nullable Object> json = LinkedHashMap.newLinkedHashMap(components.size());
    for (Component component : components) {
      Object value = component.read(source);
      if (value != null || component.always()) {
        json.put(component.name(), json(value));
      }
    }
    return Collections.unmodifiableMap(json);
  }

  private @Nullable Object json(@Nullable Object value) throws UnfitOutputException {
    return switch (value) {
      case null -> null;
      case Double number when !Double.isFinite(number) -> number.toString();
      case Float number when !Float.isFinite(number) -> number.toString();
      case String _, Boolean _, Number _ -> value;
      case Enum<?> constant -> constant.name();
      case TemporalAccessor time -> time.toString();
      case Duration duration -> duration.toString();
      case URI uri -> uri.toString();
      case UUID uuid -> uuid.toString();
      case Record record -> record(record);
      case Map<?, ?> map -> map(map);
      case Collection<?> collection -> list(collection);
      default ->
          throw new UnfitOutputException(
              "An output is of the class %s, which cannot be written as JSON."
                  .formatted(value.getClass().getName()));
    };
  }

  private Map<String, @Nullable Object> map(Map<?, ?> source) throws UnfitOutputException {
    Map<String, @Nullable Object> json = LinkedHashMap.newLinkedHashMap(source.size());
    for (Map.Entry<?, ?> entry : source.entrySet()) {
      json.put(String.valueOf(json(entry.getKey())), json(entry.getValue()));
    }
    return Collections.unmodifiableMap(json);
  }

  private List<@Nullable Object> list(Collection<?> source) throws UnfitOutputException {
    List<@Nullable Object> json = new ArrayList<>(source.size());
    for (Object element : source) {
      json.add(json(element));
    }
    return Collections.unmodifiableList(json);
  }

  private static List<Component> componentsOf(Class<?> type) {
    return Stream.of(type.getRecordComponents()).map(Component::of).toList();
  }

  /** A component of a record and how to read it. */
  private record Component(String name, boolean always, MethodHandle accessor) {
    static Component of(RecordComponent component) {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true); // records of plugins need not be public
      try {
        MethodHandle handle = MethodHandles.lookup().unreflect(accessor);
        Property property = component.getAnnotation(Property.class);
        return new Component(
            component.getName(),
            property != null && property.always(),
            handle.asType(
                handle.type().changeParameterType(0, Record.class).changeReturnType(Object.class)));
      } catch (IllegalAccessException e) {
        throw new IllegalStateException("Expected %s to be readable".formatted(component), e);
      }
    }

    @Nullable Object read(Record source) {
      try {
        return (Object) accessor.invokeExact(source);
      } catch (RuntimeException | Error e) {
        throw e;
      } catch (Throwable e) {
        throw new IllegalStateException("Expected %s to be readable".formatted(name), e);
      }
    }
  }
}
