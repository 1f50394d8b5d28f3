package dev.legato.plugin.type;

import dev.legato.plugin.PollingTrigger;
import dev.legato.plugin.RealtimeTrigger;
import dev.legato.plugin.TriggerSource;
import dev.legato.plugin.TriggerType;
import dev.legato.plugin.type.PropertyType.Scalar;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the class of a trigger says about itself. */
final class TriggerClass {
  private TriggerClass() {}

  static TriggerBinder load(TypeIndex.Entry entry, ClassLoader loader) {
    return describe(TaskClass.loaded(entry, loader));
  }

  private static TriggerBinder describe(Class<?> trigger) {
    TriggerType annotation = trigger.getAnnotation(TriggerType.class);
    if (annotation == null
        || !trigger.isRecord()
        || !TriggerSource.class.isAssignableFrom(trigger)) {
      throw new IllegalStateException(
          "Expected %s to be a record that implements PollingTrigger or RealtimeTrigger and has @TriggerType, but it is not"
              .formatted(trigger));
    }
    RecordShape shape = RecordShape.of(trigger.asSubclass(Record.class));
    boolean polls = PollingTrigger.class.isAssignableFrom(trigger);
    List<PropertyDescriptor> properties = new ArrayList<>(shape.properties());
    if (polls) {
      properties.add(duration("interval", annotation.interval(), "From one look to the next."));
      properties.add(
          duration(
              "maxInterval",
              null,
              "The longest wait after looks that failed; an hour, or `interval` if that is"
                  + " longer."));
    }
    TypeDescriptor descriptor =
        new TypeDescriptor(
            annotation.value(),
            List.of(annotation.aliases()),
            annotation.title(),
            annotation.description(),
            annotation.replacedBy().isEmpty() ? null : annotation.replacedBy(),
            List.copyOf(properties),
            outputs(trigger));
    return new TriggerBinder(
        descriptor, shape, polls ? Duration.parse(annotation.interval()) : null);
  }

  private static PropertyDescriptor duration(
      String name, @Nullable Object otherwise, String title) {
    return new PropertyDescriptor(name, List.of(), Scalar.DURATION, false, false, otherwise, title);
  }

  private static List<PropertyDescriptor> outputs(Class<?> trigger) {
    return Stream.of(trigger.getGenericInterfaces())
        .filter(ParameterizedType.class::isInstance)
        .map(ParameterizedType.class::cast)
        .filter(
            type ->
                type.getRawType() == PollingTrigger.class
                    || type.getRawType() == RealtimeTrigger.class)
        .map(type -> type.getActualTypeArguments()[0])
        .flatMap(TriggerClass::components)
        .toList();
  }

  private static Stream<PropertyDescriptor> components(Type outputs) {
    return outputs instanceof Class<?> record && record.isRecord()
        ? Stream.of(record.getRecordComponents()).map(TaskClass::output)
        : Stream.empty();
  }
}
