package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.yaml.YamlNode;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.InputDefinition;
import dev.legato.model.flow.Label;
import dev.legato.model.flow.OutputDefinition;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.plan.Handlers;
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

  FlowReader(Reading reading, String source) {
    this.reading = reading;
    this.source = source;
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
    PluginDefaults defaults = PluginDefaults.read(written);
    Fields fields = defaults.isEmpty() ? written : new Fields(defaults.apply(mapping), "", reading);

    String id = IdRule.FLOW.read(fields, "id");
    String namespace = IdRule.NAMESPACE.read(fields, "namespace");
    String description = fields.text("description");
    boolean disabled = fields.flag("disabled", false);
    Integer revision = fields.integer("revision", 1);
    List<Label> labels = LabelReader.read(fields, true);
    List<InputDefinition> inputs = new InputDefinitionReader(reading).read(fields);
    List<OutputDefinition> outputs = new OutputDefinitionReader(reading).read(fields);
    Map<String, @Nullable Object> variables = variables(fields);
    RetryPolicy retry = RetryReader.read(fields);
    SequenceStep root = root(fields, id, retry);
    new TriggerReader(reading).read(fields);
    fields.ignore("tenantId", "deleted", "policyRefs", "quotas", "pluginDefaults", "taskDefaults");
    Unsupported.inFlow(fields);
    fields.refuseUnknown("A flow");
    DashCheck.run(reading, inputs);

    if (id == null || namespace == null) {
      return Optional.empty();
    }
    Flow flow =
        new Flow(
            new FlowId(namespace, id),
            revision == null ? 1 : revision,
            description,
            labels,
            inputs,
            outputs,
            variables,
            disabled,
            null,
            List.of(),
            false,
            document(defaults.isEmpty() ? fields : readSilently(mapping)),
            RevisionLine.cut(source, mapping));
    return Optional.of(new FlowDraft(flow, root, revision != null));
  }

  private SequenceStep root(Fields fields, @Nullable String id, @Nullable RetryPolicy retry) {
    TaskReader tasks = new TaskReader(reading);
    TaskReader.Scope scope = new TaskReader.Scope(0, retry);
    fields.require("tasks");
    if (fields.has("tasks") && fields.list("tasks").isEmpty()) {
      fields.error(
          ComplaintCode.MISSING_PROPERTY, "tasks", "A flow needs at least one task.", null);
    }
    List<Step> steps = tasks.list(fields, "tasks", scope);
    List<Step> errors = tasks.list(fields, "errors", scope);
    StepHeader header = new StepHeader(id == null ? "" : id, "flow", null, false, false, retry);
    return SequenceStep.of(header, steps, Handlers.ofErrors(errors));
  }

  private static Map<String, @Nullable Object> variables(Fields fields) {
    Fields variables = fields.nested("variables");
    return variables == null ? Map.of() : fields.keep("variables", variables.document());
  }

  /** The document without what plugin defaults add. */
  private Fields readSilently(YamlNode.Mapping mapping) {
    Reading silent = reading.silent();
    Fields fields = new Fields(mapping, "", silent);
    LabelReader.read(fields, true);
    new InputDefinitionReader(silent).read(fields);
    new OutputDefinitionReader(silent).read(fields);
    new FlowReader(silent, source).root(fields, null, null);
    new TriggerReader(silent).read(fields);
    List.of("id", "namespace", "description").forEach(fields::text);
    fields.flag("disabled", false);
    return fields;
  }

  private static Map<String, @Nullable Object> document(Fields fields) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>(fields.document());
    OF_THE_SERVER.forEach(document::remove);
    return Collections.unmodifiableMap(document);
  }
}
