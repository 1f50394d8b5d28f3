package dev.legato.plugin.type;

import dev.legato.plugin.Inline;
import dev.legato.plugin.type.ConversionException.Problem;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A component of a record, seen as a property or as several. */
sealed interface RecordPart permits SinglePart, InlinePart {
  static RecordPart of(RecordComponent component) {
    if (!component.isAnnotationPresent(Inline.class)) {
      return SinglePart.of(component);
    }
    if (!component.getType().isRecord()) {
      throw new IllegalStateException(
          "Expected %s with @Inline to be a record, but it is not".formatted(component));
    }
    return new InlinePart(RecordShape.of(component.getType().asSubclass(Record.class)));
  }

  List<PropertyDescriptor> descriptors();

  /** How many keys of the map name it. */
  int count(Map<?, ?> values);

  /** The component's value; adds to the problems when there is none that fits. */
  @Nullable Object value(Map<?, ?> values, List<Problem> problems);
}
