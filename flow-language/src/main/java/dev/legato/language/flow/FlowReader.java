package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.yaml.YamlNode;
import dev.legato.model.flow.Check;
import dev.legato.model.flow.Concurrency;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.InputDefinition;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.OutputDefinition;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.flow.Trigger;
import dev.legato.model.plan.FlowRules;
import dev.legato.model.plan.Handlers;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.SequenceStep;
import dev.legato.model.plan.StepHeader;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the top level of a flow. */
final class FlowReader {
  /** Set by the server; in a source they say nothing. */
  private static final List<String> OF_THE_SERVER = List.of("revision", "tenantId", "deleted");

  private final Reading reading;
  private final String source;
  private final List<PluginDefault> globalDefaults;

  /**
   * @param globalDefaults those of the server, which come after the flow's own
   */
  FlowReader(Reading reading, String source, List<PluginDefault> globalDefaults) {
    this.reading = reading;
    this.source = source;
    this.globalDefaults = globalDefaults;
  }

  /** Empty after a complaint that leaves no flow to speak of. */
  Optional<FlowDraft> read(YamlNode root) {
    if (root instanceof YamlNode.Mapping mapping) {
      return flow(mapping);
    }
    reading.error(
        ComplaintCode.WRONG_TYPE,
        root.mark(),
        "",
        "A flow must be a mapping, but this is %s.".formatted(root.kind()),
        "A flow needs at least 'id', 'namespace' and 'tasks'.");
    return Optional.empty();
  }

  private Optional<FlowDraft> flow(YamlNode.Mapping mapping) {
    Fields written = new Fields(mapping, "", reading);
    PluginDefaults defaults = PluginDefaults.read(written, globalDefaults);
    Fields fields = defaults.isEmpty() ? written : new Fields(defaults.apply(mapping), "", reading);
    Content content = content(fields);
    DashCheck.run(reading, content.inputs());
    FlowId id = reading.flow().orElse(null);
    if (id == null) {
      return Optional.empty();
    }
    ReferenceCheck.run(reading, plan(id, content), content.inputs());
    Flow flow =
        new Flow(
            id,
            content.revision() == null ? 1 : content.revision(),
            content.description(),
            content.labels(),
            content.inputs(),
            content.outputs(),
            content.variables(),
            content.disabled(),
            content.concurrency(),
            content.checks(),
            content.draft(),
            content.triggers(),
            document(defaults.isEmpty() ? fields : readSilently(mapping)),
            RevisionLine.cut(source, mapping));
    return Optional.of(
        new FlowDraft(
            flow,
            content.root(),
            content.rules(),
            content.revision() != null,
            reading.usesTemplates(),
            reading.calledFlows()));
  }

  private static Plan plan(FlowId id, Content content) {
    return new Plan(id, 1, content.root(), content.outputs(), content.variables(), content.rules());
  }

  /** What the properties of a flow say. */
  private record Content(
      @Nullable Integer revision,
      @Nullable String description,
      List<Label> labels,
      List<InputDefinition> inputs,
      List<OutputDefinition> outputs,
      Map<String, @Nullable Object> variables,
      boolean disabled,
      @Nullable Concurrency concurrency,
      List<Check> checks,
      boolean draft,
      List<Trigger> triggers,
      SequenceStep root,
      FlowRules rules) {}

  private Content content(Fields fields) {
    readId(fields);
    List<InputDefinition> inputs = new InputDefinitionReader(reading).read(fields, "inputs");
    RetryPolicy retry = RetryReader.read(fields);
    TaskReader tasks = new TaskReader(reading);
    TaskReader.Scope scope = new TaskReader.Scope(0, retry);
    RulesReader rules = new RulesReader(reading, fields);
    Content content =
        new Content(
            fields.integer("revision", 1),
            fields.text("description"),
            LabelReader.read(fields, "labels", true),
            inputs,
            new OutputDefinitionReader(reading).read(fields),
            variables(fields),
            fields.flag("disabled", false),
            rules.concurrency(),
            rules.checks(),
            fields.flag("draft", false),
            new TriggerReader(reading, inputs).read(fields),
            root(fields, tasks, scope),
            rules.rules(tasks, scope));
    fields.ignore("tenantId", "deleted", "policyRefs", "quotas", "pluginDefaults", "taskDefaults");
    fields.ignore("extend"); // what a gallery of example flows says about one
    Unsupported.enterpriseOnly(fields);
    fields.refuseUnknown("A flow");
    return content;
  }

  private void readId(Fields fields) {
    String id = IdRule.FLOW.read(fields, "id");
    String namespace = IdRule.NAMESPACE.read(fields, "namespace");
    if (id != null && namespace != null) {
      reading.isOf(new FlowId(namespace, id));
    }
  }

  private SequenceStep root(Fields fields, TaskReader tasks, TaskReader.Scope scope) {
    fields.require("tasks");
    if (fields.isEmptyList("tasks")) {
      fields.error(
          ComplaintCode.MISSING_PROPERTY,
          "tasks",
          "A flow needs at least one task.",
          "Add a task with an 'id' and a 'type'.");
    }
    List<Step> steps = tasks.list(fields, "tasks", scope);
    Handlers handlers =
        new Handlers(tasks.list(fields, "errors", scope), tasks.list(fields, "finally", scope));
    String id = reading.flow().map(FlowId::id).orElse("");
    StepHeader header = new StepHeader(id, "flow", null, false, false, scope.retry());
    return SequenceStep.of(header, steps, handlers);
  }

  private static Map<String, @Nullable Object> variables(Fields fields) {
    Fields variables = fields.nested("variables");
    return variables == null ? Map.of() : fields.keep("variables", variables.document());
  }

  /** The document without what plugin defaults add. */
  private Fields readSilently(YamlNode.Mapping mapping) {
    Reading silent = reading.silent();
    Fields fields = new Fields(mapping, "", silent);
    new FlowReader(silent, source, List.of()).content(fields);
    return fields;
  }

  private static Map<String, @Nullable Object> document(Fields fields) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>(fields.document());
    OF_THE_SERVER.forEach(document::remove);
    return Collections.unmodifiableMap(document);
  }
}
