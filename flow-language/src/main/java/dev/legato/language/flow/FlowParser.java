package dev.legato.language.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Complaints;
import dev.legato.language.complaint.Mark;
import dev.legato.language.expression.Expressions;
import dev.legato.language.yaml.YamlLimits;
import dev.legato.language.yaml.YamlNode;
import dev.legato.language.yaml.YamlReader;
import dev.legato.model.plan.Step;
import dev.legato.plugin.type.TypeCatalog;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads and checks the source of a flow. Safe to use from any thread. */
public final class FlowParser {
  private final TypeCatalog types;
  private final Expressions expressions;
  private final List<PluginDefault> defaults;
  private final YamlReader yaml = new YamlReader(YamlLimits.DEFAULTS);

  /**
   * @param types the task types that flows may use
   * @param expressions checks templates
   */
  public FlowParser(TypeCatalog types, Expressions expressions) {
    this(types, expressions, List.of());
  }

  /**
   * @param types the task types that flows may use
   * @param expressions checks templates
   * @param defaults what a server sets for all its flows; of several for a type the first wins
   */
  public FlowParser(TypeCatalog types, Expressions expressions, List<PluginDefault> defaults) {
    this.types = types;
    this.expressions = expressions;
    this.defaults = List.copyOf(defaults);
  }

  /** The flow with everything that is to be said about its source, not only the first mistake. */
  public ParseResult parse(String source) {
    Complaints complaints = new Complaints();
    Optional<FlowDraft> draft = draft(source, complaints);
    return result(draft, complaints);
  }

  /**
   * The same, with a warning of each template that it uses and cannot have.
   *
   * @param templates that there are now
   */
  public ParseResult parse(String source, TemplateSource templates) {
    Complaints complaints = new Complaints();
    Optional<FlowDraft> draft = draft(source, complaints);
    if (draft.isEmpty() || !draft.get().usesTemplates()) {
      return result(draft, complaints);
    }
    Complaints all = new Complaints();
    return result(draft(source, all, lender(draft.get(), templates)), all);
  }

  /**
   * The same for the bytes of a text.
   *
   * @param source UTF-8
   */
  public ParseResult parse(byte[] source) {
    Complaints complaints = new Complaints();
    Optional<FlowDraft> draft =
        yaml.decode(source, complaints).flatMap(text -> draft(text, complaints));
    return result(draft, complaints);
  }

  /** What is to be said about a task on its own, as editors write one. */
  public List<Complaint> checkTask(String source) {
    return check(source, fields -> task(fields));
  }

  /** A task that stands outside of a flow, and for that reason needs no id. */
  public TaskResult task(String source) {
    AtomicReference<@Nullable Step> step = new AtomicReference<>();
    List<Complaint> complaints = check(source, fields -> task(withId(fields)).ifPresent(step::set));
    return new TaskResult(Optional.ofNullable(step.get()), complaints);
  }

  private static Fields withId(Fields fields) {
    if (fields.has("id")) {
      return fields;
    }
    var key = new YamlNode.Scalar(fields.mark(), "id", false);
    var id = new YamlNode.Scalar(fields.mark(), "unnamed", false);
    YamlNode.Mapping named = fields.mapping().with("id", new YamlNode.Entry(key, id));
    return new Fields(named, fields.path(), fields.reading());
  }

  private static Optional<Step> task(Fields fields) {
    return new TaskReader(fields.reading()).task(fields, new TaskReader.Scope(0, null));
  }

  /** A template, with everything that is to be said about its source. */
  public TemplateResult template(String source) {
    Complaints complaints = new Complaints();
    Optional<YamlNode> root = root(source, "A template", complaints);
    Optional<Template> template =
        root.flatMap(
            node ->
                new TemplateReader(new Reading(types, expressions, complaints), source).read(node));
    return new TemplateResult(
        template.map(Template::id),
        complaints.hasErrors() ? Optional.empty() : template,
        complaints.list());
  }

  /** What is to be said about a trigger on its own, as editors write one. */
  public List<Complaint> checkTrigger(String source) {
    return check(source, fields -> new TriggerReader(fields.reading(), List.of()).trigger(fields));
  }

  private List<Complaint> check(String source, Consumer<Fields> reader) {
    Complaints complaints = new Complaints();
    YamlNode root = yaml.read(source, complaints).orElse(null);
    if (root instanceof YamlNode.Mapping mapping) {
      reader.accept(new Fields(mapping, "", new Reading(types, expressions, complaints)));
    } else if (!complaints.hasErrors()) {
      complaints.error(
          ComplaintCode.WRONG_TYPE,
          Mark.START,
          "",
          "The source must be a mapping.",
          "Write 'id: ...' and 'type: ...' on lines of their own.");
    }
    return complaints.list();
  }

  /** Present when the source has a flow that can be told apart from its errors. */
  Optional<FlowDraft> draft(String source, Complaints complaints) {
    return draft(source, complaints, null);
  }

  /** The same with the tasks of the templates that it uses. */
  Optional<FlowDraft> draft(String source, TemplateSource templates, Complaints complaints) {
    Optional<FlowDraft> draft = draft(source, complaints);
    return draft.isPresent() && draft.get().usesTemplates() && !complaints.hasErrors()
        ? draft(source, complaints, lender(draft.get(), templates))
        : draft;
  }

  private static TemplateTasks lender(FlowDraft draft, TemplateSource templates) {
    return new TemplateTasks(templates, draft.plan().positions().keySet());
  }

  private Optional<FlowDraft> draft(
      String source, Complaints complaints, @Nullable TemplateTasks lender) {
    Optional<YamlNode> root = root(source, "A flow", complaints);
    return root.flatMap(
        node -> {
          var reading = new Reading(types, expressions, complaints);
          if (lender != null) {
            reading.lending(lender);
          }
          return new FlowReader(reading, source, defaults).read(node);
        });
  }

  /** Empty after a complaint. */
  private Optional<YamlNode> root(String source, String thing, Complaints complaints) {
    Optional<YamlNode> root = yaml.read(source, complaints);
    if (root.isEmpty() && !complaints.hasErrors()) {
      complaints.error(
          ComplaintCode.MISSING_PROPERTY,
          Mark.START,
          "",
          "The document is empty.",
          "%s needs at least 'id', 'namespace' and 'tasks'.".formatted(thing));
    }
    return root;
  }

  private static ParseResult result(Optional<FlowDraft> draft, Complaints complaints) {
    boolean declaresRevision = draft.filter(FlowDraft::declaresRevision).isPresent();
    return new ParseResult(
        draft.map(read -> read.flow().id()),
        complaints.hasErrors() ? Optional.empty() : draft.map(FlowDraft::flow),
        draft.map(FlowDraft::flow),
        declaresRevision,
        draft.map(FlowDraft::calledFlows).orElse(List.of()),
        complaints.list());
  }
}
