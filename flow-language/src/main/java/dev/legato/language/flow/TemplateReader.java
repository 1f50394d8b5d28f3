package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.yaml.YamlNode;
import dev.legato.model.flow.TemplateId;
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

/** Reads the top level of a template. */
final class TemplateReader {
  /** Set by the server; in a source they say nothing. */
  private static final String[] OF_THE_SERVER = {"tenantId", "deleted"};

  private final Reading reading;
  private final String source;

  TemplateReader(Reading reading, String source) {
    this.reading = reading;
    this.source = source;
  }

  /** Empty after a complaint that leaves no template to speak of. */
  Optional<Template> read(YamlNode root) {
    if (root instanceof YamlNode.Mapping mapping) {
      return template(new Fields(mapping, "", reading));
    }
    reading.error(
        ComplaintCode.WRONG_TYPE,
        root.mark(),
        "",
        "A template must be a mapping, but this is %s.".formatted(root.kind()),
        "A template needs at least 'id', 'namespace' and 'tasks'.");
    return Optional.empty();
  }

  private Optional<Template> template(Fields fields) {
    String id = IdRule.TEMPLATE.read(fields, "id");
    String namespace = IdRule.NAMESPACE.read(fields, "namespace");
    String description = fields.text("description");
    SequenceStep root = root(fields, id == null ? "" : id);
    fields.ignore(OF_THE_SERVER);
    fields.refuseUnknown("A template");
    DashCheck.run(reading, List.of());
    return id == null || namespace == null
        ? Optional.empty()
        : Optional.of(
            new Template(
                new TemplateId(namespace, id), description, root, document(fields), source));
  }

  private SequenceStep root(Fields fields, String id) {
    fields.require("tasks");
    if (fields.isEmptyList("tasks")) {
      fields.error(
          ComplaintCode.MISSING_PROPERTY,
          "tasks",
          "A template needs at least one task.",
          "Add a task with an 'id' and a 'type'.");
    }
    TaskReader tasks = new TaskReader(reading);
    TaskReader.Scope scope = new TaskReader.Scope(0, null);
    List<Step> steps = tasks.list(fields, "tasks", scope);
    Handlers handlers = new Handlers(tasks.list(fields, "errors", scope), List.of());
    return SequenceStep.of(
        new StepHeader(id, "template", null, false, false, null), steps, handlers);
  }

  private static Map<String, @Nullable Object> document(Fields fields) {
    Map<String, @Nullable Object> document = new LinkedHashMap<>(fields.document());
    for (String name : OF_THE_SERVER) {
      document.remove(name);
    }
    return Collections.unmodifiableMap(document);
  }
}
