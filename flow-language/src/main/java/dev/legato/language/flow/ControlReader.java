package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.flow.TaskReader.Scope;
import dev.legato.language.yaml.YamlNode;
import dev.legato.model.plan.Handlers;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.LoopOrder;
import dev.legato.model.plan.StepHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads tasks that hold tasks. */
final class ControlReader {
  private final TaskReader tasks;

  ControlReader(TaskReader tasks) {
    this.tasks = tasks;
  }

  /**
   * The step; empty after a complaint that leaves no step.
   *
   * @param inside what the children take over
   */
  Optional<Step> read(ControlType type, Fields fields, StepHeader header, Scope inside) {
    List<Step> errors = tasks.list(fields, "errors", inside);
    Unsupported.refuse(fields, "finally");
    withoutEffect(fields, "timeout");
    withoutEffect(fields, "logLevel");
    Optional<Step> step =
        switch (type) {
          case SEQUENTIAL ->
              Optional.of(
                  Step.SequenceStep.of(
                      header, children(fields, inside), Handlers.ofErrors(errors)));
          case ALLOW_FAILURE ->
              Optional.of(
                  Step.SequenceStep.of(
                      forgiving(header), children(fields, inside), Handlers.ofErrors(errors)));
          case PARALLEL -> Optional.of(parallel(fields, header, inside, errors));
          case IF -> Optional.of(choice(fields, header, inside, errors));
          case SWITCH -> selection(fields, header, inside, errors);
          case EACH_SEQUENTIAL ->
              loop("value", fields, header, LoopOrder.CHILDREN_IN_ORDER, 1, inside, errors);
          case EACH_PARALLEL ->
              loop(
                  "value",
                  fields,
                  header,
                  LoopOrder.ALL_AT_ONCE,
                  limit(fields, "concurrent", 0),
                  inside,
                  errors);
          case FOR_EACH ->
              loop(
                  "values",
                  fields,
                  header,
                  LoopOrder.CHILDREN_IN_ORDER,
                  limit(fields, "concurrencyLimit", 1),
                  inside,
                  errors);
        };
    fields.refuseUnknown("Task type '%s'".formatted(header.type()));
    return step;
  }

  private static void withoutEffect(Fields fields, String name) {
    if (fields.text(name) != null) {
      fields.warn(
          ComplaintCode.NO_EFFECT,
          name,
          "'%s' has no effect on a task that only holds other tasks.".formatted(name),
          "Set it on the tasks inside.");
    }
  }

  private static StepHeader forgiving(StepHeader header) {
    return new StepHeader(
        header.id(), header.type(), header.runIf(), true, header.allowWarning(), header.retry());
  }

  private List<Step> children(Fields fields, Scope inside) {
    return tasks.list(fields, "tasks", inside);
  }

  private List<Step> requiredChildren(Fields fields, String name, Scope inside) {
    fields.require(name);
    if (fields.has(name) && fields.list(name).isEmpty()) {
      fields.error(
          ComplaintCode.MISSING_PROPERTY,
          name,
          "'%s' needs at least one task.".formatted(name),
          null);
    }
    return tasks.list(fields, name, inside);
  }

  private static int limit(Fields fields, String name, int absent) {
    Integer limit = fields.integer(name, 0);
    return limit == null ? absent : limit;
  }

  private Step parallel(Fields fields, StepHeader header, Scope inside, List<Step> errors) {
    return Step.ParallelStep.of(
        header,
        requiredChildren(fields, "tasks", inside),
        Handlers.ofErrors(errors),
        limit(fields, "concurrent", 0));
  }

  private Step choice(Fields fields, StepHeader header, Scope inside, List<Step> errors) {
    List<Branch> branches =
        List.of(
            new Branch("then", requiredChildren(fields, "then", inside)),
            new Branch("else", tasks.list(fields, "else", inside)));
    return new Step.IfStep(
        header, fields.template("condition"), branches, Handlers.ofErrors(errors));
  }

  private Optional<Step> selection(
      Fields fields, StepHeader header, Scope inside, List<Step> errors) {
    fields.require("value");
    String value = fields.template("value");
    List<Branch> branches = new ArrayList<>();
    Fields cases = fields.nested("cases");
    if (cases != null) {
      for (String name : cases.names()) {
        branches.add(new Branch(name, tasks.list(cases, name, inside)));
      }
      fields.keep("cases", cases.document());
    }
    int defaultBranch = fields.has("defaults") ? branches.size() : -1;
    List<Step> defaults = tasks.list(fields, "defaults", inside);
    if (defaultBranch >= 0) {
      branches.add(new Branch("defaults", defaults));
    }
    if (branches.isEmpty()) {
      fields.error(
          ComplaintCode.MISSING_PROPERTY, "cases", "No task is in 'cases' or 'defaults'.", null);
    }
    return value == null
        ? Optional.empty()
        : Optional.of(
            new Step.SwitchStep(header, value, branches, defaultBranch, Handlers.ofErrors(errors)));
  }

  private Optional<Step> loop(
      String valuesName,
      Fields fields,
      StepHeader header,
      LoopOrder order,
      int limit,
      Scope inside,
      List<Step> errors) {
    List<Branch> branches = List.of(new Branch("tasks", children(fields, inside)));
    Object values = loopValues(fields, valuesName);
    return values == null
        ? Optional.empty()
        : Optional.of(
            new Step.LoopStep(
                header, values, order, limit, null, branches, Handlers.ofErrors(errors)));
  }

  private static @Nullable Object loopValues(Fields fields, String name) {
    fields.require(name);
    YamlNode node = fields.node(name);
    if (node != null) {
      fields.reading().templates(node, fields.path(name));
    }
    return switch (node) {
      case null -> null;
      case YamlNode.Scalar scalar -> loopText(fields, name, scalar);
      case YamlNode.Sequence _ -> loopList(fields, name);
      case YamlNode.Mapping mapping -> {
        complainOfValues(fields, name, mapping);
        yield null;
      }
    };
  }

  private static @Nullable String loopText(Fields fields, String name, YamlNode.Scalar scalar) {
    String text = scalar.text().strip();
    if (Templates.isTemplate(text) || text.startsWith("[")) {
      return fields.text(name);
    }
    complainOfValues(fields, name, scalar);
    return null;
  }

  private static @Nullable Object loopList(Fields fields, String name) {
    Object values = fields.json(name);
    for (Object value : (List<?>) Objects.requireNonNull(values)) {
      if (value == null
          || value instanceof Boolean
          || value instanceof Double
          || value instanceof List<?>) {
        fields.error(
            ComplaintCode.WRONG_TYPE,
            name,
            "The values of a loop must be texts, whole numbers or mappings, but one is %s."
                .formatted(value),
            "Put it in quotes.");
        return null;
      }
    }
    return values;
  }

  private static void complainOfValues(Fields fields, String name, YamlNode node) {
    fields.error(
        ComplaintCode.WRONG_TYPE,
        name,
        "Property '%s' must be a list, or a text that renders to a JSON list, but is %s."
            .formatted(name, node.kind()),
        "Write '%s: [\"a\", \"b\"]'.".formatted(name));
  }
}
