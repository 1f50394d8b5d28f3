package dev.legato.language.flow;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.complaint.Complaints;
import dev.legato.language.yaml.YamlLimits;
import dev.legato.language.yaml.YamlNode;
import dev.legato.language.yaml.YamlReader;
import dev.legato.model.flow.TemplateId;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.TemplateCopy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts the tasks of templates into a flow. A task keeps the id that the template gives it unless
 * another task of the flow has it; then the id of the task that uses the template comes before it,
 * with a dot, which no author can write.
 */
final class TemplateTasks {
  private static final YamlReader YAML = new YamlReader(YamlLimits.DEFAULTS);

  private final TemplateSource source;
  private final Set<String> taken;
  private final List<TemplateId> chain;
  private final @Nullable String user;
  private final Map<String, String> renamed = new LinkedHashMap<>();

  /**
   * For a flow.
   *
   * @param ids of the tasks that the flow itself has
   */
  TemplateTasks(TemplateSource source, Set<String> ids) {
    this(source, new LinkedHashSet<>(ids), List.of(), null);
  }

  private TemplateTasks(
      TemplateSource source, Set<String> taken, List<TemplateId> chain, @Nullable String user) {
    this.source = source;
    this.taken = taken;
    this.chain = chain;
    this.user = user;
  }

  /** Tasks that a template lends to a flow. */
  record Lent(TemplateCopy copy, List<Step> tasks, List<Step> errors) {
    static Lent nothing(TemplateId id, String problem) {
      return new Lent(TemplateCopy.missing(id, problem), List.of(), List.of());
    }
  }

  /** What the plan calls a task of the document that is read. */
  String inPlan(String id) {
    if (user == null || taken.add(id)) {
      return id;
    }
    String free = user + "." + id;
    taken.add(free);
    renamed.put(id, free);
    return free;
  }

  /**
   * The tasks of a template.
   *
   * @param user the task that uses it
   */
  Lent of(TemplateId id, Control user) {
    Optional<TemplateSource.Found> found = source.find(id);
    if (found.isEmpty()) {
      return Lent.nothing(id, "There is no template '%s'.".formatted(id));
    }
    if (chain.contains(id)) {
      return Lent.nothing(id, "The template '%s' uses itself.".formatted(id));
    }
    List<TemplateId> inner = new ArrayList<>(chain);
    inner.add(id);
    String inPlan = user.header().id();
    return new TemplateTasks(source, taken, List.copyOf(inner), inPlan).read(found.get(), user);
  }

  private Lent read(TemplateSource.Found found, Control user) {
    TemplateId id = chain.getLast();
    Complaints complaints = new Complaints();
    YamlNode root = YAML.read(found.source(), complaints).orElse(null);
    if (!(root instanceof YamlNode.Mapping mapping)) {
      return Lent.nothing(id, "The template '%s' is not a mapping.".formatted(id));
    }
    Fields fields = new Fields(mapping, "", user.fields().reading().of(this, complaints));
    TaskReader tasks = new TaskReader(fields.reading());
    List<Step> steps = tasks.list(fields, "tasks", user.inside());
    List<Step> errors = tasks.list(fields, "errors", user.inside());
    if (taken.size() > FlowLimits.TASKS) {
      return Lent.nothing(
          id,
          "With the template '%s' the flow has more than %d tasks."
              .formatted(id, FlowLimits.TASKS));
    }
    if (complaints.hasErrors()) {
      return Lent.nothing(
          id, "The template '%s' is not valid: %s".formatted(id, firstError(complaints)));
    }
    var copy = new TemplateCopy(id, found.revision(), null, Map.copyOf(renamed));
    return new Lent(copy, steps, errors);
  }

  private static String firstError(Complaints complaints) {
    return complaints.list().stream()
        .filter(Complaint::isError)
        .findFirst()
        .map(Complaint::message)
        .orElse("");
  }
}
