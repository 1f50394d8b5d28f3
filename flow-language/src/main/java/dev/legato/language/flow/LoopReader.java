package dev.legato.language.flow;

import dev.legato.language.builtin.FormerDefaults;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.yaml.YamlNode;
import dev.legato.model.plan.Handlers;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.Frequency;
import dev.legato.model.plan.Step.LoopOrder;
import dev.legato.model.plan.Step.Rounds;
import dev.legato.model.plan.StepHeader;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads groups that run their children again and again. */
final class LoopReader {
  private static final Frequency OF_LOOP_UNTIL =
      new Frequency(Duration.ofMinutes(1), null, null, false);

  private LoopReader() {}

  static Optional<Step> forEach(Control control) {
    int limit = control.limit("concurrencyLimit", 1);
    return loop(control, "values", LoopOrder.CHILDREN_IN_ORDER, limit);
  }

  static Optional<Step> eachSequential(Control control) {
    return loop(control, "value", LoopOrder.CHILDREN_IN_ORDER, 1);
  }

  static Optional<Step> eachParallel(Control control) {
    int limit = control.limit("concurrent", 0);
    return loop(control, "value", LoopOrder.ALL_AT_ONCE, limit);
  }

  private static Optional<Step> loop(
      Control control, String valuesName, LoopOrder order, int limit) {
    List<Branch> branches = Branch.only(control.children("tasks"));
    var handlers = control.handlers();
    Object values = values(control.fields(), valuesName);
    return values == null
        ? Optional.empty()
        : Optional.of(
            new Step.LoopStep(control.header(), values, order, limit, null, branches, handlers));
  }

  static Optional<Step> rounds(Control control) {
    Fields fields = control.fields();
    List<Step> children = control.children("tasks");
    Handlers handlers = control.handlers();
    int limit = control.limit("concurrencyLimit", 1);
    Rounds.Fetch fetch = fields.choice("fetchType", Rounds.Fetch.class);
    Rounds rounds =
        new Rounds(
            new OutputDefinitionReader(fields.reading()).read(fields),
            fields.flag("transmitFailed", true),
            fetch == null ? Rounds.Fetch.AUTO : fetch);
    fields.require("values");
    YamlNode node = fields.node("values");
    if (node == null) {
      return Optional.empty();
    }
    fields.reading().templates(node, fields.path("values"));
    Object values = node instanceof YamlNode.Scalar ? fields.text("values") : fields.json("values");
    return Optional.of(
        new Step.LoopStep(
            control.header(),
            Objects.requireNonNull(values),
            LoopOrder.CHILDREN_IN_ORDER,
            limit,
            rounds,
            Branch.only(
                handlers.errors().isEmpty() ? children : round(control, children, handlers)),
            new Handlers(List.of(), handlers.finallySteps())));
  }

  /** A round whose errors are handled in the round itself: a hidden group holds its tasks. */
  private static List<Step> round(Control control, List<Step> children, Handlers handlers) {
    StepHeader loop = control.header();
    String id = loop.id() + "_round";
    Fields fields = control.fields();
    fields.reading().claimTaskId(id, fields.mark("id"), fields.path("id"));
    StepHeader header = new StepHeader(id, loop.type() + "$Round", null, false, false, null);
    return List.of(Step.SequenceStep.of(header, children, Handlers.ofErrors(handlers.errors())));
  }

  static Optional<Step> until(Control control) {
    Fields fields = control.fields();
    fields.require("condition");
    String condition = fields.template("condition");
    Frequency frequency =
        frequency(
            fields,
            control.header().type().endsWith(".WaitFor")
                ? FormerDefaults.OF_WAIT_FOR
                : OF_LOOP_UNTIL);
    List<Step> children = control.requiredChildren("tasks");
    var handlers = control.handlers();
    return condition == null
        ? Optional.empty()
        : Optional.of(
            new Step.LoopUntilStep(
                control.header(), condition, frequency, Branch.only(children), handlers));
  }

  private static Frequency frequency(Fields owner, Frequency absent) {
    boolean failOnMaxReached = owner.flag("failOnMaxReached", false);
    Fields fields = owner.nested("checkFrequency");
    if (fields == null) {
      return new Frequency(
          absent.interval(), absent.maxIterations(), absent.maxDuration(), failOnMaxReached);
    }
    Integer maxIterations = fields.integer("maxIterations", 1);
    Duration maxDuration = RetryReader.wait(fields, "maxDuration");
    Duration interval = RetryReader.wait(fields, "interval");
    fields.refuseUnknown("'checkFrequency'");
    owner.keep("checkFrequency", fields.document());
    return new Frequency(
        interval == null ? absent.interval() : interval,
        maxIterations == null ? absent.maxIterations() : maxIterations,
        maxDuration == null ? absent.maxDuration() : maxDuration,
        failOnMaxReached);
  }

  private static @Nullable Object values(Fields fields, String name) {
    fields.require(name);
    YamlNode node = fields.node(name);
    if (node != null) {
      fields.reading().templates(node, fields.path(name));
    }
    return switch (node) {
      case null -> null;
      case YamlNode.Scalar scalar -> text(fields, name, scalar);
      case YamlNode.Sequence _ -> list(fields, name);
      case YamlNode.Mapping mapping -> {
        complainOfValues(fields, name, mapping);
        yield null;
      }
    };
  }

  private static @Nullable String text(Fields fields, String name, YamlNode.Scalar scalar) {
    String text = scalar.text().strip();
    if (Templates.isTemplate(text) || text.startsWith("[")) {
      return fields.text(name);
    }
    complainOfValues(fields, name, scalar);
    return null;
  }

  private static @Nullable Object list(Fields fields, String name) {
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
