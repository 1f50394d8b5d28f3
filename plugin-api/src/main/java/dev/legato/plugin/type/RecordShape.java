package dev.legato.plugin.type;

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
  private final List<RecordPart> parts;
  private final List<PropertyDescriptor> properties;
  private final MethodHandle constructor;

  private RecordShape(Class<? extends Record> type, List<RecordPart> parts) {
    this.type = type;
    this.parts = parts;
    this.properties = parts.stream().flatMap(part -> part.descriptors().stream()).toList();
    this.constructor = constructor(type);
  }

  static RecordShape of(Class<? extends Record> type) {
    return new RecordShape(
        type, Stream.of(type.getRecordComponents()).map(RecordPart::of).toList());
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
    @Nullable Object[] arguments = arguments(values, problems);
    if (count(values) != values.size()) {
      values.keySet().stream().filter(this::isUnknown).map(this::unknown).forEach(problems::add);
    }
    if (!problems.isEmpty()) {
      throw new ConversionException(problems);
    }
    return construct(arguments);
  }

  /** How many keys of the map are known here. */
  int count(Map<?, ?> values) {
    int known = 0;
    for (RecordPart part : parts) {
      known += part.count(values);
    }
    return known;
  }

  /** What the record is made of; adds to the problems when something does not fit. */
  @Nullable Object[] arguments(Map<?, ?> values, List<Problem> problems) {
    @Nullable Object[] arguments = new Object[parts.size()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = parts.get(i).value(values, problems);
    }
    return arguments;
  }

  private boolean isUnknown(Object key) {
    return !has(key);
  }

  /** Whether a component has this name or alias. */
  boolean has(Object key) {
    return properties.stream().anyMatch(p -> p.name().equals(key) || p.aliases().contains(key));
  }

  private Problem unknown(Object key) {
    List<String> names = properties.stream().map(PropertyDescriptor::name).toList();
    String remedy = names.isEmpty() ? "there are none" : "known are " + String.join(", ", names);
    return new Problem(key.toString(), "is not known here; " + remedy);
  }

  // a method handle declares Throwable; only what the record's own constructor throws can come
  Record construct(@Nullable Object[] arguments) throws ConversionException {
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
}
