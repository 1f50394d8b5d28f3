package dev.legato.language.flow;

import dev.legato.language.complaint.ComplaintCode;
import dev.legato.language.complaint.Suggestions;
import dev.legato.language.flow.Reading.Template;
import dev.legato.model.flow.InputDefinition;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.StepPosition;
import dev.legato.model.plan.StepPosition.Section;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Warns of templates that read what cannot be there: outputs of tasks that do not exist, that come
 * later, or that stand in another branch. Says nothing where it is not certain, as in loops.
 */
final class ReferenceCheck {
  private final Reading reading;
  private final Plan plan;
  private final Set<String> inputs;

  /** Empty when it is not certain which there are. */
  private final Optional<Set<String>> variables;

  private ReferenceCheck(Reading reading, Plan plan, List<InputDefinition> inputs) {
    this.reading = reading;
    this.plan = plan;
    this.inputs =
        inputs.stream().map(input -> input.id().split("\\.", 2)[0]).collect(Collectors.toSet());
    this.variables = variables(reading, plan);
  }

  /** Those of the flow, and those that its tasks set. */
  private static Optional<Set<String>> variables(Reading reading, Plan plan) {
    Set<String> known = new HashSet<>(plan.variables().keySet());
    plan.positions().values().stream()
        .map(StepPosition::step)
        .filter(Step.SetVariablesStep.class::isInstance)
        .forEach(step -> known.addAll(((Step.SetVariablesStep) step).variables().keySet()));
    boolean certain = !reading.usesTemplates() && known.stream().noneMatch(Templates::isTemplate);
    return certain ? Optional.of(known) : Optional.empty();
  }

  static void run(Reading reading, Plan plan, List<InputDefinition> inputs) {
    ReferenceCheck check = new ReferenceCheck(reading, plan, inputs);
    reading.templates().forEach(check::check);
  }

  /** Triggers read what started the flow; a subflow's outputs are read in its own execution. */
  private boolean isOfThisExecution(Template template) {
    return !isOfTrigger(template) && !isOfCalledFlow(template);
  }

  private static boolean isOfTrigger(Template template) {
    return template.path().startsWith("triggers");
  }

  private void check(Template template) {
    Set<String> guarded = reading.guardedReferences(template.text());
    for (String reference : reading.references(template.text())) {
      int dot = reference.indexOf('.');
      if (dot > 0) {
        String name = reference.substring(dot + 1);
        check(template, reference.substring(0, dot), name, guarded.contains(reference));
      }
    }
  }

  /**
   * @param guarded whether the template says itself what is to be when it is missing
   */
  private void check(Template template, String root, String name, boolean guarded) {
    switch (root) {
      case "outputs", "tasks" -> {
        if (isOfThisExecution(template)) {
          task(template, root, name, guarded);
        }
      }
      case "inputs" -> {
        if (!isOfTrigger(template)) {
          unknown(template, "input", name, inputs, guarded);
        }
      }
      case "vars" -> {
        if (!isOfCalledFlow(template)) {
          variables.ifPresent(known -> unknown(template, "variable", name, known, guarded));
        }
      }
      default -> {}
    }
  }

  private boolean isOfCalledFlow(Template template) {
    return template.task() != null
        && template.path().contains(".outputs")
        && plan.position(template.task())
            .filter(position -> position.step() instanceof Step.CallStep)
            .isPresent();
  }

  private void task(Template template, String root, String name, boolean guarded) {
    if (!reading.usesTemplates()) {
      unknown(template, "task", name, reading.taskIds(), guarded);
    }
    if (guarded) {
      return;
    }
    Optional<StepPosition> reader = Optional.ofNullable(template.task()).flatMap(plan::position);
    Optional<StepPosition> read = plan.position(name);
    if (root.equals("outputs") && reader.isPresent() && read.isPresent()) {
      String reason = reason(reader.get(), read.get());
      if (reason != null) {
        reading
            .complaints()
            .warn(
                ComplaintCode.UNKNOWN_REFERENCE,
                template.mark(),
                template.path(),
                "There will be no outputs of task '%s' here: it %s.".formatted(name, reason),
                "Move one of the two tasks.");
      }
    }
  }

  /** What is guarded may be missing on purpose, unless it looks like a slip. */
  private void unknown(
      Template template, String kind, String name, Collection<String> known, boolean guarded) {
    boolean dash = known.stream().anyMatch(id -> id.startsWith(name + "-")); // said elsewhere
    Optional<String> meant = Suggestions.closest(name, known);
    if (known.contains(name) || dash || (guarded && meant.isEmpty())) {
      return;
    }
    reading
        .complaints()
        .warn(
            ComplaintCode.UNKNOWN_REFERENCE,
            template.mark(),
            template.path(),
            "The flow has no %s '%s'.".formatted(kind, name),
            meant.map("Did you mean '%s'?"::formatted).orElse("Check the id."));
  }

  /** Why the task that is read cannot have ended by then; absent when it may have. */
  private @Nullable String reason(StepPosition reader, StepPosition read) {
    List<StepPosition> readerWay = way(reader);
    List<StepPosition> readWay = way(read);
    int depth = 0;
    while (depth < Math.min(readerWay.size(), readWay.size())
        && readerWay.get(depth).equals(readWay.get(depth))) {
      if (isLoop(readerWay.get(depth).step())) {
        return null;
      }
      depth++;
    }
    if (depth == readWay.size()) {
      return null; // the task itself, or one that holds it
    }
    if (depth == readerWay.size()) {
      return reader.step() instanceof Step.IfStep || reader.step() instanceof Step.SwitchStep
          ? "is inside and starts later"
          : null;
    }
    return reasonInGroup(readerWay.get(depth), readWay.get(depth));
  }

  private static @Nullable String reasonInGroup(StepPosition reader, StepPosition read) {
    if (reader.section() == Section.ON_PAUSE || read.section() == Section.ON_PAUSE) {
      return null;
    }
    if (reader.section() != read.section()) {
      return reader.section().compareTo(read.section()) < 0 ? "comes later" : null;
    }
    if (reader.branch() != read.branch()) {
      return "is in another branch";
    }
    return isInOrder(reader) && read.index() > reader.index() ? "comes later" : null;
  }

  private static boolean isInOrder(StepPosition position) {
    Step.GroupStep group = position.parent();
    if (group == null) {
      return true;
    }
    return position.section() == Section.ERRORS
        ? !group.errorsRunInParallel()
        : !(group instanceof Step.ParallelStep) && !(group instanceof Step.DagStep);
  }

  private static boolean isLoop(Step step) {
    return step instanceof Step.LoopStep || step instanceof Step.LoopUntilStep;
  }

  /** From the top of the flow down to the step. */
  private List<StepPosition> way(StepPosition position) {
    List<StepPosition> way = new ArrayList<>();
    StepPosition current = position;
    while (current != null) {
      way.addFirst(current);
      Step.GroupStep parent = current.parent();
      current = parent == null ? null : plan.position(parent.id()).orElse(null);
    }
    return way;
  }
}
