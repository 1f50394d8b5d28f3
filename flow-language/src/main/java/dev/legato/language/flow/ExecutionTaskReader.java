package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.input.Durations;
import dev.legato.model.flow.InputDefinition;
import dev.legato.model.flow.Label;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.PauseLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tasks that act on their own execution. */
final class ExecutionTaskReader {
  private ExecutionTaskReader() {}

  static Optional<Step> pause(Control control) {
    Fields fields = control.fields();
    var properties = control.properties();
    String duration = duration(properties, "pauseDuration");
    PauseLimits limits =
        new PauseLimits(
            duration == null ? duration(properties, "delay") : duration,
            TaskReader.timeout(fields),
            choice(properties.get("behavior"), "RESUME"));
    List<InputDefinition> onResume =
        new InputDefinitionReader(fields.reading()).read(fields, "onResume");
    return Optional.of(
        new Step.PauseStep(
            control.header(),
            limits,
            onPause(control),
            onResume,
            Branch.only(control.children("tasks")),
            control.handlers()));
  }

  private static List<Step> onPause(Control control) {
    Fields owner = control.fields();
    Fields task = owner.nested("onPause");
    if (task == null || !owner.reading().admitsTask(task.mark(), task.path())) {
      return List.of();
    }
    Optional<Step> step = control.tasks().task(task, control.inside());
    owner.keep("onPause", task.document());
    return step.stream().toList();
  }

  /** In ISO form unless it is a template. */
  private static @Nullable String duration(Map<String, @Nullable Object> properties, String name) {
    Object written = properties.get(name);
    if (written == null) {
      return null;
    }
    String text = written.toString();
    return Durations.parse(text).map(Duration::toString).orElse(text);
  }

  private static String choice(@Nullable Object written, String absent) {
    if (!(written instanceof String text)) {
      return absent;
    }
    return Templates.isTemplate(text) ? text : text.toUpperCase(Locale.ROOT);
  }

  static Optional<Step> labels(Control control) {
    Object labels = control.properties().get("labels");
    if (labels == null) {
      return Optional.empty();
    }
    checkLabels(control.fields(), labels);
    return Optional.of(new Step.LabelsStep(control.header(), labels));
  }

  private static void checkLabels(Fields fields, Object labels) {
    List<Object> keys = new ArrayList<>();
    switch (labels) {
      case Map<?, ?> map -> keys.addAll(map.keySet());
      case List<?> list when list.stream().allMatch(ExecutionTaskReader::isLabel) ->
          list.forEach(label -> keys.add(((Map<?, ?>) label).get("key")));
      case String text when Templates.isTemplate(text) || text.strip().startsWith("{") -> {}
      default ->
          fields.error(
              ComplaintCode.WRONG_TYPE,
              "labels",
              "Labels must be a mapping, a list of keys and values, or a text that renders to a"
                  + " JSON object.",
              "Write 'labels: {key: value}'.");
    }
    for (Object key : keys) {
      if (key.toString().startsWith(Label.SYSTEM_PREFIX)) {
        fields.error(
            ComplaintCode.ENGINE_ONLY,
            "labels",
            "Only the engine sets labels that begin with '%s', but this is '%s'."
                .formatted(Label.SYSTEM_PREFIX, key),
            "Rename the label.");
      }
    }
  }

  private static boolean isLabel(@Nullable Object label) {
    return label instanceof Map<?, ?> map
        && map.size() == 2
        && map.get("key") != null
        && map.containsKey("value");
  }

  static Optional<Step> setVariables(Control control) {
    var properties = control.properties();
    return properties.get("variables") instanceof Map<?, ?> variables
        ? Optional.of(
            new Step.SetVariablesStep(
                control.header(), keyed(variables), flag(properties.get("overwrite"), true)))
        : Optional.empty();
  }

  @SuppressWarnings("unchecked") // keys of documents are texts
  private static Map<String, @Nullable Object> keyed(Map<?, ?> map) {
    return (Map<String, @Nullable Object>) map;
  }

  static Optional<Step> unsetVariables(Control control) {
    var properties = control.properties();
    return properties.get("variables") instanceof List<?> names
        ? Optional.of(
            new Step.UnsetVariablesStep(
                control.header(),
                names.stream().map(String::valueOf).toList(),
                flag(properties.get("ignoreMissing"), false)))
        : Optional.empty();
  }

  private static String flag(@Nullable Object written, boolean absent) {
    return written == null ? Boolean.toString(absent) : written.toString();
  }

  static Optional<Step> exit(Control control) {
    String state = choice(control.properties().get("state"), "SUCCESS");
    return Optional.of(
        new Step.ExitStep(control.header(), state.equals("CANCELED") ? "CANCELLED" : state));
  }
}
