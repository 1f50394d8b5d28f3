package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.flow.TaskReader.Scope;
import dev.legato.language.yaml.YamlNode;
import dev.legato.model.flow.Check;
import dev.legato.model.flow.Concurrency;
import dev.legato.model.flow.Condition;
import dev.legato.model.flow.Label;
import dev.legato.model.plan.Agreement;
import dev.legato.model.plan.FlowRules;
import dev.legato.model.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what holds for executions of a flow as a whole. */
final class RulesReader {
  private final Reading reading;
  private final Fields flow;

  RulesReader(Reading reading, Fields flow) {
    this.reading = reading;
    this.flow = flow;
  }

  private enum SlaType {
    MAX_DURATION,
    EXECUTION_ASSERTION
  }

  FlowRules rules(TaskReader tasks, Scope scope) {
    List<Step> after = new ArrayList<>(tasks.list(flow, "afterExecution", scope));
    Map<String, List<Condition>> conditions = new LinkedHashMap<>();
    List<Fields> listeners = entries("listeners", "A listener");
    for (Fields listener : listeners) {
      listener.text("description");
      List<Condition> held = new ListenerConditions(listener).read();
      listener.require("tasks");
      List<Step> steps = tasks.list(listener, "tasks", scope);
      listener.refuseUnknown("A listener");
      if (!held.isEmpty()) {
        steps.forEach(step -> conditions.put(step.id(), held));
      }
      after.addAll(steps);
    }
    if (!listeners.isEmpty()) {
      flow.keep("listeners", listeners.stream().map(Fields::document).toList());
      flow.deprecated("listeners", "afterExecution");
    }
    return new FlowRules(agreements(), List.copyOf(after), conditions);
  }

  private List<Agreement> agreements() {
    List<Agreement> agreements = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Fields fields : entries("sla", "An SLA")) {
      String id = IdRule.TASK.read(fields, "id");
      if (id != null && !ids.add(id)) {
        fields.error(
            ComplaintCode.DUPLICATE_ID,
            "id",
            "The SLA id '%s' is used twice.".formatted(id),
            "Rename one of them.");
      }
      agreement(fields, id).ifPresent(agreements::add);
    }
    return List.copyOf(agreements);
  }

  private static Optional<Agreement> agreement(Fields fields, @Nullable String id) {
    fields.require("type");
    SlaType type = fields.choice("type", SlaType.class);
    fields.require("behavior");
    Agreement.Behavior behavior = fields.choice("behavior", Agreement.Behavior.class);
    List<Label> labels = LabelReader.read(fields, "labels", false);
    Agreement agreement = null;
    if (type == SlaType.MAX_DURATION) {
      fields.require("duration");
      Duration duration = RetryReader.wait(fields, "duration");
      if (id != null && behavior != null && duration != null) {
        agreement = new Agreement.MaxDuration(id, behavior, labels, duration);
      }
    } else if (type == SlaType.EXECUTION_ASSERTION) {
      fields.require("assert");
      String condition = fields.template("assert");
      if (id != null && behavior != null && condition != null) {
        agreement = new Agreement.Assertion(id, behavior, labels, condition);
      }
    }
    if (type != null) {
      fields.refuseUnknown("An SLA of type '%s'".formatted(type));
    }
    return Optional.ofNullable(agreement);
  }

  @Nullable Concurrency concurrency() {
    Fields fields = flow.nested("concurrency");
    if (fields == null) {
      return null;
    }
    fields.require("limit");
    Integer limit = fields.integer("limit", 1);
    Concurrency.Behavior behavior = fields.choice("behavior", Concurrency.Behavior.class);
    fields.refuseUnknown("'concurrency'");
    flow.keep("concurrency", fields.document());
    return limit == null
        ? null
        : new Concurrency(limit, Objects.requireNonNullElse(behavior, Concurrency.Behavior.QUEUE));
  }

  List<Check> checks() {
    List<Check> checks = new ArrayList<>();
    for (Fields fields : entries("checks", "A check")) {
      String name = fields.either("when", "condition");
      fields.require(name);
      String condition = fields.template(name);
      String message = fields.requiredText("message");
      Check.Style style = fields.choice("style", Check.Style.class);
      Check.Behavior behavior = fields.choice("behavior", Check.Behavior.class);
      fields.refuseUnknown("A check");
      if (condition != null && message != null) {
        checks.add(
            new Check(
                condition,
                message,
                Objects.requireNonNullElse(style, Check.Style.INFO),
                Objects.requireNonNullElse(behavior, Check.Behavior.BLOCK_EXECUTION)));
      }
    }
    return List.copyOf(checks);
  }

  /** The mappings of a list. */
  private List<Fields> entries(String name, String what) {
    List<Fields> entries = new ArrayList<>();
    int index = 0;
    for (YamlNode node : flow.list(name)) {
      String path = flow.path(name) + "[" + index++ + "]";
      if (node instanceof YamlNode.Mapping mapping) {
        entries.add(new Fields(mapping, path, reading));
      } else {
        reading.error(
            ComplaintCode.WRONG_TYPE,
            node.mark(),
            path,
            "%s must be a mapping, but is %s.".formatted(what, node.kind()),
            "Write each of its properties on a line of its own.");
      }
    }
    return entries;
  }
}
