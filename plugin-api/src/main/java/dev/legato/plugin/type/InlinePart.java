package dev.legato.plugin.type;

import dev.legato.plugin.type.ConversionException.Problem;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A component whose own components are properties of what holds it. */
record InlinePart(RecordShape shape) implements RecordPart {
  @Override
  public List<PropertyDescriptor> descriptors() {
    return shape.properties();
  }

  @Override
  public int count(Map<?, ?> values) {
    return shape.count(values);
  }

  @Override
  public @Nullable Object value(Map<?, ?> values, List<Problem> problems) {
    int before = problems.size();
    @Nullable Object[] arguments = shape.arguments(values, problems);
    if (problems.size() > before) {
      return null;
    }
    try {
      return shape.construct(arguments);
    } catch (ConversionException e) {
      problems.addAll(e.problems());
      return null;
    }
  }
}
