package dev.legato.plugin.type;

import dev.legato.plugin.TriggerSource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes triggers of one type from the values of their properties. */
public final class TriggerBinder {
  private final TypeDescriptor descriptor;
  private final RecordShape shape;
  private final @Nullable Duration interval;

  TriggerBinder(TypeDescriptor descriptor, RecordShape shape, @Nullable Duration interval) {
    this.descriptor = descriptor;
    this.shape = shape;
    this.interval = interval;
  }

  public TypeDescriptor descriptor() {
    return descriptor;
  }

  /** Whether it listens all the time; others look every now and then. */
  public boolean listens() {
    return interval == null;
  }

  /** From one look to the next when the author says nothing; absent when it listens. */
  public @Nullable Duration interval() {
    return interval;
  }

  /**
   * A trigger that is ready to look or to listen.
   *
   * @param values rendered JSON values by property name or alias, among others that belong to every
   *     trigger; null counts as not given
   * @throws ConversionException with everything that is wrong with them
   */
  public TriggerSource<?> bind(Map<String, ?> values) throws ConversionException {
    Map<String, @Nullable Object> own = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          if (shape.has(name)) {
            own.put(name, value);
          }
        });
    return (TriggerSource<?>) shape.build(own);
  }
}
