package dev.legato.language.flow;

import dev.legato.language.builtin.BuiltInTypes;
import dev.legato.language.builtin.ControlTask;
import dev.legato.language.complaint.ComplaintCode;
import dev.legato.model.flow.LogLevel;
import dev.legato.model.flow.RetryPolicy;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.StepHeader;
import dev.legato.plugin.type.TypeDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads lists of tasks into steps. */
final class TaskReader {
  private static final Mappings TASKS =
      new Mappings("A task", "Write '- id: ...' and 'type: ...' on lines of their own.");

  /** In the names of types that the language makes use of and authors cannot. */
  private static final char HIDDEN = '$';

  private final Reading reading;
  private final PropertyValues properties;

  TaskReader(Reading reading) {
    this.reading = reading;
    this.properties = new PropertyValues(reading);
  }

  /**
   * What tasks take over from what holds them.
   *
   * @param depth how many groups hold them
   * @param retry in force where they have none of their own
   */
  record Scope(int depth, @Nullable RetryPolicy retry) {
    Scope inside(@Nullable RetryPolicy ownRetry) {
      return new Scope(depth + 1, ownRetry == null ? retry : ownRetry);
    }
  }

  /** The steps of a property that holds tasks: disabled ones left out, wrong ones, too. */
  List<Step> list(Fields owner, String name, Scope scope) {
    List<Step> steps = new ArrayList<>();
    TASKS.read(
        owner,
        name,
        (node, path) -> reading.admitsTask(node.mark(), path),
        fields -> task(fields, scope).ifPresent(steps::add));
    return steps;
  }

  /** The step of one task; empty when it is disabled or wrong. */
  Optional<Step> task(Fields fields, Scope scope) {
    if (scope.depth() > FlowLimits.NESTING) {
      fields.error(
          ComplaintCode.TOO_MANY,
          "id",
          "Tasks are nested more than %d levels deep.".formatted(FlowLimits.NESTING),
          "Move the inner ones to a flow of their own.");
      return Optional.empty();
    }
    String id = IdRule.TASK.read(fields, "id");
    if (id != null) {
      reading.claimTaskId(id, fields.mark("id"), fields.path("id"));
    }
    String outer = reading.enter(id);
    Optional<Step> step = step(fields, id == null ? null : reading.inPlan(id), scope);
    reading.enter(outer);
    return step;
  }

  private Optional<Step> step(Fields fields, @Nullable String id, Scope scope) {
    String type = fields.requiredText("type");
    boolean disabled = fields.flag("disabled", false);
    RetryPolicy ownRetry = RetryReader.read(fields);
    StepHeader header = header(fields, id, type, scope.inside(ownRetry).retry());
    if (type == null) {
      return Optional.empty();
    }
    Optional<Step> step = ofType(fields, header, scope.inside(ownRetry));
    return disabled ? Optional.empty() : step;
  }

  private StepHeader header(
      Fields fields, @Nullable String id, @Nullable String type, @Nullable RetryPolicy retry) {
    fields.text("description");
    fields.ignore("version", "assets", "policyRefs");
    Unsupported.enterpriseOnly(fields);
    return new StepHeader(
        id == null ? "" : id,
        type == null ? "" : type,
        fields.template(fields.either("when", "runIf")),
        fields.flag("allowFailure", false),
        fields.flag("allowWarning", false),
        retry);
  }

  private Optional<Step> ofType(Fields fields, StepHeader header, Scope inside) {
    String type = header.type();
    Optional<ControlTask> control = ControlTask.find(type);
    if (control.isPresent()) {
      TypeNotes.of(control.get().descriptor(), fields, type);
      TaskCaches.warnIfUsed(fields, properties);
      return ControlReader.read(control.get(), new Control(this, fields, header, inside));
    }
    Optional<TypeDescriptor> descriptor =
        type.indexOf(HIDDEN) < 0 ? reading.types().find(type) : Optional.empty();
    if (descriptor.isPresent()) {
      TypeNotes.of(descriptor.get(), fields, type);
      return Optional.of(runnable(fields, header, descriptor.get()));
    }
    fields.ignore("taskCache");
    unknown(fields, type);
    return Optional.empty();
  }

  /** What is known of the type of a task that steers a flow. */
  ControlTask control(String type) {
    return ControlTask.find(type)
        .orElseThrow(
            () -> new IllegalStateException("Expected a task that steers a flow, but got " + type));
  }

  private Step runnable(Fields fields, StepHeader header, TypeDescriptor descriptor) {
    String timeout = timeout(fields);
    LogLevel logLevel = fields.choice("logLevel", LogLevel.class);
    boolean logToFile = fields.flag("logToFile", false);
    Step.TaskCache cache = TaskCaches.read(fields, properties);
    Map<String, @Nullable Object> own = properties.read(fields, descriptor.properties());
    fields.refuseUnknown("Task type '%s'".formatted(header.type()));
    return new Step.TaskStep(header, own, timeout, logLevel, cache, logToFile);
  }

  /** A template, or a literal in ISO form. */
  static @Nullable String timeout(Fields fields) {
    String text = fields.template("timeout");
    if (text == null || Templates.isTemplate(text)) {
      return text;
    }
    var literal = RetryReader.wait(fields, "timeout");
    return literal == null ? null : literal.toString();
  }

  private void unknown(Fields fields, String type) {
    List<String> candidates = new ArrayList<>(BuiltInTypes.TASKS.names());
    reading.types().canonicalNames().stream()
        .filter(name -> name.indexOf(HIDDEN) < 0)
        .forEach(candidates::add);
    fields.error(
        ComplaintCode.UNKNOWN_TYPE,
        "type",
        "No installed plugin provides the task type '%s'.".formatted(type),
        UnknownTypes.hint(type, candidates));
  }
}
