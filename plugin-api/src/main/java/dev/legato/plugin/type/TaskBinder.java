package dev.legato.plugin.type;

import dev.legato.plugin.Task;
import java.util.Map;

/** Makes tasks of one type from the values of their properties. */
public final class TaskBinder {
  private final TypeDescriptor descriptor;
  private final RecordShape shape;

  TaskBinder(TypeDescriptor descriptor, RecordShape shape) {
    this.descriptor = descriptor;
    this.shape = shape;
  }

  public TypeDescriptor descriptor() {
    return descriptor;
  }

  /**
   * A task that is ready to run.
   *
   * @param values rendered JSON values by property name or alias; null counts as not given
   * @throws ConversionException with everything that is wrong with them
   */
  public Task<?> bind(Map<String, ?> values) throws ConversionException {
    return (Task<?>) shape.build(values);
  }
}
