package dev.legato.worker;

import dev.legato.model.execution.Job;
import dev.legato.model.plan.Step.TaskStep;
import dev.legato.plugin.Task;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.TriggerSource;
import dev.legato.plugin.type.ConversionException;
import dev.legato.plugin.type.PropertyDescriptor;
import dev.legato.plugin.type.PropertyType;
import dev.legato.plugin.type.PropertyType.Choice;
import dev.legato.plugin.type.PropertyType.FlowPart;
import dev.legato.plugin.type.PropertyType.Formed;
import dev.legato.plugin.type.PropertyType.ListOf;
import dev.legato.plugin.type.PropertyType.MapOf;
import dev.legato.plugin.type.PropertyType.Nested;
import dev.legato.plugin.type.PropertyType.OneOf;
import dev.legato.plugin.type.PropertyType.Scalar;
import dev.legato.plugin.type.PropertyType.Section;
import dev.legato.plugin.type.PropertyType.Typed;
import dev.legato.plugin.type.TaskBinder;
import dev.legato.plugin.type.TriggerBinder;
import dev.legato.plugin.type.TypeDescriptor;
import dev.legato.worker.PropertyRenderer.RenderingException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the task of a job: renders its properties and binds them. */
final class TaskPreparation {
  private static final int MOST_SHOWN = 200;

  private final TaskLanguage language;

  TaskPreparation(TaskLanguage language) {
    this.language = language;
  }

  /** The same, telling a listener each secret that comes into a value. */
  TaskPreparation tellingSecrets(Consumer<String> listener) {
    return new TaskPreparation(
        new TaskLanguage(
            language.types(), language.renderer().tellingSecrets(listener), language.reader()));
  }

  /**
   * A task that is ready to run.
   *
   * @param values of its properties, rendered
   */
  record Prepared(Task<?> task, Map<String, ?> values) {}

  /** A task with the values of this job; throws when they do not fit. */
  Prepared task(Job job) throws TaskFailure {
    return task(job.step(), job.variables());
  }

  /** Another task that sees the variables of this job. */
  Task<?> task(String definition, Job job) throws TaskFailure {
    return task(language.reader().read(definition), job.variables()).task();
  }

  private Prepared task(TaskStep step, Map<String, ?> variables) throws TaskFailure {
    String type = step.header().type();
    TaskBinder binder =
        language
            .types()
            .binder(type)
            .orElseThrow(
                () ->
                    new TaskFailure("No installed plugin has the task type '%s'.".formatted(type)));
    Map<String, ?> values = rendered(binder.descriptor(), step.properties(), variables);
    try {
      return new Prepared(binder.bind(values), values);
    } catch (ConversionException e) {
      throw new TaskFailure("The task cannot start: " + problems(e, step.properties()));
    }
  }

  /** A trigger that is ready to look or to listen; throws when its values do not fit. */
  TriggerSource<?> trigger(TriggerWork work) throws TaskFailure {
    TriggerBinder binder =
        language
            .types()
            .triggers()
            .binder(work.type())
            .orElseThrow(
                () ->
                    new TaskFailure(
                        "No installed plugin has the trigger type '%s'.".formatted(work.type())));
    try {
      return binder.bind(rendered(binder.descriptor(), work.properties(), work.variables()));
    } catch (ConversionException e) {
      throw new TaskFailure("The trigger cannot start: " + problems(e, work.properties()));
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
      Object rendered = rendered("timeout", template, job.variables());
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
  private Map<String, @Nullable Object> rendered(
      TypeDescriptor type, Map<String, @Nullable Object> written, Map<String, ?> variables)
      throws TaskFailure {
    Map<String, @Nullable Object> changed = null;
    for (Map.Entry<String, @Nullable Object> entry : written.entrySet()) {
      Object before = entry.getValue();
      Object after = before == null ? null : rendered(type, entry.getKey(), before, variables);
      if (!Objects.equals(after, before)) {
        changed = changed == null ? new LinkedHashMap<>(written) : changed;
        changed.put(entry.getKey(), after);
      }
    }
    return changed == null ? written : changed;
  }

  private Object rendered(TypeDescriptor type, String name, Object value, Map<String, ?> variables)
      throws TaskFailure {
    PropertyDescriptor property = type.property(name).orElse(null);
    if (property == null) {
      return value;
    }
    boolean isWholeTemplate = value instanceof String && hasParts(property.type());
    if (property.renderedByTask() && !isWholeTemplate) {
      return value;
    }
    Object rendered = property.rendered() ? rendered(name, value, variables) : value;
    return rendered instanceof String text && hasParts(property.type())
        ? JsonText.listOrMap(text)
        : rendered;
  }

  private Object rendered(String name, Object value, Map<String, ?> variables) throws TaskFailure {
    if (!holdsTemplate(value)) {
      return value;
    }
    try {
      return language.renderer().render(value, variables);
    } catch (RenderingException e) {
      throw new TaskFailure(
          "Property '%s' cannot be rendered: %s".formatted(name, e.getMessage()), e);
    }
  }

  /** A text that the task renders itself. */
  String text(String template, Map<String, ?> variables) throws TaskFailure {
    try {
      return String.valueOf(language.renderer().render(template, variables));
    } catch (RenderingException e) {
      throw cannotRender(template, e);
    }
  }

  /** A value that the task renders itself. */
  @Nullable Object value(String template, Map<String, ?> variables) throws TaskFailure {
    try {
      return language.renderer().evaluate(template, variables);
    } catch (RenderingException e) {
      throw cannotRender(template, e);
    }
  }

  private static TaskFailure cannotRender(String template, RenderingException e) {
    String shown =
        template.length() <= MOST_SHOWN ? template : template.substring(0, MOST_SHOWN) + "…";
    return new TaskFailure("'%s' cannot be rendered: %s".formatted(shown, e.getMessage()), e);
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
      case Scalar _, Formed _, Choice _, OneOf _, FlowPart _ -> false;
      case ListOf _, MapOf _, Nested _, Section _, Typed _ -> true;
    };
  }
}
