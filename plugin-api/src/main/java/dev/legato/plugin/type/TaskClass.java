package dev.legato.plugin.type;

import dev.legato.plugin.Property;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskContext;
import dev.legato.plugin.TaskType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;

/** Reads what a task class says about itself. */
final class TaskClass {
  private TaskClass() {}

  static TaskBinder load(TypeIndex.Entry entry, ClassLoader loader) {
    return describe(loaded(entry, loader));
  }

  static Class<?> loaded(TypeIndex.Entry entry, ClassLoader loader) {
    try {
      return Class.forName(entry.className(), true, loader);
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalStateException(
          "Expected the class %s of type %s to load, but it did not; is its plugin complete?"
              .formatted(entry.className(), entry.name()),
          e);
    }
  }

  private static TaskBinder describe(Class<?> task) {
    TaskType annotation = task.getAnnotation(TaskType.class);
    if (annotation == null || !task.isRecord() || !Task.class.isAssignableFrom(task)) {
      throw new IllegalStateException(
          "Expected %s to be a record that implements Task and has @TaskType, but it is not"
              .formatted(task));
    }
    RecordShape shape = RecordShape.of(task.asSubclass(Record.class));
    TypeDescriptor descriptor =
        new TypeDescriptor(
            annotation.value(),
            List.of(annotation.aliases()),
            annotation.title(),
            annotation.description(),
            annotation.replacedBy().isEmpty() ? null : annotation.replacedBy(),
            shape.properties(),
            outputs(task));
    return new TaskBinder(descriptor, shape);
  }

  private static List<PropertyDescriptor> outputs(Class<?> task) {
    return Stream.of(task.getMethods())
        .filter(method -> method.getName().equals("run") && !method.isBridge())
        .filter(method -> List.of(method.getParameterTypes()).equals(List.of(TaskContext.class)))
        .map(Method::getReturnType)
        .filter(Class::isRecord)
        .findFirst()
        .map(result -> Stream.of(result.getRecordComponents()).map(TaskClass::output).toList())
        .orElse(List.of());
  }

  static PropertyDescriptor output(RecordComponent component) {
    Property annotation = component.getAnnotation(Property.class);
    return new PropertyDescriptor(
        component.getName(),
        List.of(),
        ComponentTypes.output(component),
        false,
        false,
        null,
        annotation == null ? "" : annotation.value());
  }
}
