package dev.legato.language.flow;

import dev.legato.language.builtin.ControlTask;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.yaml.YamlNode;
import dev.legato.model.plan.Handlers;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.DirectoryStep;
import dev.legato.model.plan.StepHeader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads groups that run their children once. */
final class GroupReader {
  private static final String DIRECTORY = "io.kestra.plugin.core.flow.WorkingDirectory$";

  private GroupReader() {}

  static Optional<Step> sequence(Control control) {
    return Optional.of(
        Step.SequenceStep.of(control.header(), control.children("tasks"), control.handlers()));
  }

  static Optional<Step> forgiving(Control control) {
    StepHeader header = control.header();
    StepHeader forgiving =
        new StepHeader(
            header.id(),
            header.type(),
            header.runIf(),
            true,
            header.allowWarning(),
            header.retry());
    return Optional.of(
        Step.SequenceStep.of(forgiving, control.children("tasks"), control.handlers()));
  }

  static Optional<Step> parallel(Control control) {
    return Optional.of(
        Step.ParallelStep.of(
            control.header(),
            control.requiredChildren("tasks"),
            control.handlers(),
            control.limit("concurrent", 0)));
  }

  static Optional<Step> choice(Control control) {
    List<Branch> branches =
        List.of(
            new Branch("then", control.requiredChildren("then")),
            new Branch("else", control.children("else")));
    return Optional.of(
        new Step.IfStep(
            control.header(),
            control.fields().template("condition"),
            branches,
            control.handlers()));
  }

  static Optional<Step> selection(Control control) {
    Fields fields = control.fields();
    fields.require("value");
    String value = fields.template("value");
    List<Branch> branches = new ArrayList<>();
    Fields cases = fields.nested("cases");
    if (cases != null) {
      for (String name : cases.names()) {
        branches.add(new Branch(name, control.tasks().list(cases, name, control.inside())));
      }
      fields.keep("cases", cases.document());
    }
    int defaultBranch = fields.has("defaults") ? branches.size() : -1;
    List<Step> defaults = control.children("defaults");
    if (defaultBranch >= 0) {
      branches.add(new Branch("defaults", defaults));
    }
    if (!hasTask(fields, cases)) {
      fields.error(
          ComplaintCode.MISSING_PROPERTY,
          "cases",
          "No task is in 'cases' or 'defaults'.",
          "Add a case: the value, and the tasks to run.");
    }
    Handlers handlers = control.handlers();
    return value == null
        ? Optional.empty()
        : Optional.of(
            new Step.SwitchStep(control.header(), value, branches, defaultBranch, handlers));
  }

  private static boolean hasTask(Fields fields, @Nullable Fields cases) {
    boolean inCases =
        cases != null && cases.names().stream().anyMatch(name -> !cases.isEmptyList(name));
    return inCases || (fields.has("defaults") && !fields.isEmptyList("defaults"));
  }

  static Optional<Step> directory(Control control) {
    var properties = control.properties();
    List<Step> children = control.requiredChildren("tasks");
    Handlers handlers = control.handlers();
    refuseGroups(control.fields());
    List<Step> steps = new ArrayList<>();
    hidden(
            control,
            DirectoryStep.FILES,
            "WorkingDirectoryFiles",
            only(properties, "namespaceFiles", "inputFiles", "cache"))
        .ifPresent(steps::add);
    steps.addAll(children);
    hidden(
            control,
            DirectoryStep.OUTPUTS,
            "WorkingDirectoryOutputs",
            only(properties, "outputFiles", "cache"))
        .ifPresent(steps::add);
    return Optional.of(
        new DirectoryStep(control.header(), properties, Branch.only(steps), handlers));
  }

  private static Map<String, @Nullable Object> only(
      Map<String, @Nullable Object> properties, String... names) {
    Map<String, @Nullable Object> chosen = new LinkedHashMap<>();
    for (String name : names) {
      if (properties.get(name) != null) {
        chosen.put(name, properties.get(name));
      }
    }
    return Collections.unmodifiableMap(chosen);
  }

  /** A task that sees to files of the directory; none when the flow says nothing of them. */
  private static Optional<Step> hidden(
      Control control, String suffix, String type, Map<String, @Nullable Object> properties) {
    if (properties.isEmpty()) {
      return Optional.empty();
    }
    String id = control.header().id() + suffix;
    Fields fields = control.fields();
    fields.reading().claimTaskId(id, fields.mark("id"), fields.path("id"));
    StepHeader header = new StepHeader(id, DIRECTORY + type, null, false, false, null);
    return Optional.of(new Step.TaskStep(header, properties, null, null));
  }

  /** One worker runs the children; it runs no others. */
  private static void refuseGroups(Fields fields) {
    int index = 0;
    for (YamlNode node : fields.list("tasks")) {
      String path = fields.path("tasks") + "[" + index++ + "]";
      if (node instanceof YamlNode.Mapping task
          && task.get("type") instanceof YamlNode.Scalar type
          && ControlTask.find(type.text()).isPresent()) {
        fields
            .reading()
            .error(
                ComplaintCode.INVALID_VALUE,
                type.mark(),
                path + ".type",
                "A working directory holds tasks that a worker runs, but not '%s'."
                    .formatted(type.text()),
                "Move the task out of it.");
      }
    }
  }
}
