package dev.legato.worker;

import dev.legato.model.execution.Job;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.type.ConversionException;
import dev.legato.plugin.type.PropertyDescriptor;
import dev.legato.plugin.type.PropertyType;
import dev.legato.plugin.type.PropertyType.Choice;
import dev.legato.plugin.type.PropertyType.FlowPart;
import dev.legato.plugin.type.PropertyType.ListOf;
import dev.legato.plugin.type.PropertyType.MapOf;
import dev.legato.plugin.type.PropertyType.Nested;
import dev.legato.plugin.type.PropertyType.OneOf;
import dev.legato.plugin.type.PropertyType.Scalar;
import dev.legato.plugin.type.PropertyType.Section;
import dev.legato.plugin.type.TaskBinder;
import dev.legato.plugin.type.TypeCatalog;
import dev.legato.plugin.type.TypeDescriptor;
import dev.legato.worker.PropertyRenderer.RenderingException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the task of a job: renders its properties and binds them. */
final class TaskPreparation {
  private final TypeCatalog types;
  private final PropertyRenderer renderer;

  TaskPreparation(TypeCatalog types, PropertyRenderer renderer) {
    this.types = types;
    this.renderer = renderer;
  }

  /** A task with the values of this job; throws when they do not fit. */
  Task<?> task(Job job) throws TaskFailure {
    String type = job.step().header().type();
    TaskBinder binder =
        types
            .binder(type)
            .orElseThrow(
                () ->
                    new TaskFailure("No installed plugin has the task type '%s'.".formatted(type)));
    Map<String, ?> values = rendered(binder.descriptor(), job);
    try {
      return binder.bind(values);
    } catch (ConversionException e) {
      throw new TaskFailure("The task cannot start: " + problems(e, job.step().properties()));
    }
  }

  // what a template rendered to may be a secret
  private static String problems(
      ConversionException refusal, Map<String, @Nullable Object> written) {
    return refusal.problems().stream()
        .map(
            problem ->
                holdsTemplate(written.get(problem.property()))
                    ? problem.discreetSentence()
                    : problem.sentence())
        .collect(Collectors.joining("; "));
  }

  /** How long the job may take; empty for as long as it wants. */
  Optional<Duration> timeout(Job job) throws TaskFailure {
    String template = job.step().timeout();
    if (template == null) {
      return Optional.empty();
    }
    try {
      Object rendered = rendered("timeout", template, job);
      Duration timeout = (Duration) Scalar.DURATION.convert(rendered);
      if (!timeout.isPositive()) {
        throw new ConversionException("must be longer than nothing");
      }
      return Optional.of(timeout);
    } catch (ConversionException e) {
      throw new TaskFailure(
          "The task cannot start: " + e.problems().getFirst().under("timeout").discreetSentence());
    }
  }

  // most properties hold no template, then the map is used as it is
  private Map<String, @Nullable Object> rendered(TypeDescriptor type, Job job) throws TaskFailure {
    Map<String, @Nullable Object> written = job.step().properties();
    Map<String, @Nullable Object> changed = null;
    for (Map.Entry<String, @Nullable Object> entry : written.entrySet()) {
      Object before = entry.getValue();
      Object after = before == null ? null : rendered(type, entry.getKey(), before, job);
      if (!Objects.equals(after, before)) {
        changed = changed == null ? new LinkedHashMap<>(written) : changed;
        changed.put(entry.getKey(), after);
      }
    }
    return changed == null ? written : changed;
  }

  private Object rendered(TypeDescriptor type, String name, Object value, Job job)
      throws TaskFailure {
    PropertyDescriptor property = type.property(name).orElse(null);
    if (property == null) {
      return value;
    }
    Object rendered = property.rendered() ? rendered(name, value, job) : value;
    return rendered instanceof String text && hasParts(property.type())
        ? JsonText.listOrMap(text)
        : rendered;
  }

  private Object rendered(String name, Object value, Job job) throws TaskFailure {
    if (!holdsTemplate(value)) {
      return value;
    }
    try {
      return renderer.render(value, job.variables());
    } catch (RenderingException e) {
      throw new TaskFailure(
          "Property '%s' cannot be rendered: %s".formatted(name, e.getMessage()), e);
    }
  }

  private static boolean holdsTemplate(@Nullable Object value) {
    return switch (value) {
      case String text -> text.contains("{{") || text.contains("{%") || text.contains("{#");
      case List<?> list -> list.stream().anyMatch(TaskPreparation::holdsTemplate);
      case Map<?, ?> map ->
          map.keySet().stream().anyMatch(TaskPreparation::holdsTemplate)
              || map.values().stream().anyMatch(TaskPreparation::holdsTemplate);
      case null, default -> false;
    };
  }

  private static boolean hasParts(PropertyType type) {
    return switch (type) {
      case Scalar _, Choice _, OneOf _, FlowPart _ -> false;
      case ListOf _, MapOf _, Nested _, Section _ -> true;
    };
  }
}
