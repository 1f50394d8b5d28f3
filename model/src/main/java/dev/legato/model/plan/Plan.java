package dev.legato.model.plan;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.OutputDefinition;
import dev.legato.model.flow.TemplateId;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.Step.PauseStep;
import dev.legato.model.plan.Step.SequenceStep;
import dev.legato.model.plan.Step.TemplateStep;
import dev.legato.model.plan.StepPosition.Section;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a flow in the form that the engine walks. Compiled once, shared by all its
 * executions, immutable.
 */
public final class Plan {
  private final FlowId flow;
  private final int revision;
  private final SequenceStep root;
  private final List<OutputDefinition> outputs;
  private final Map<String, @Nullable Object> variables;
  private final FlowRules rules;
  private final Map<String, StepPosition> positions = new LinkedHashMap<>();
  private final Map<TemplateId, Integer> templates = new LinkedHashMap<>();

  /** A plan without rules. */
  public Plan(
      FlowId flow,
      int revision,
      SequenceStep root,
      List<OutputDefinition> outputs,
      Map<String, @Nullable Object> variables) {
    this(flow, revision, root, outputs, variables, FlowRules.NONE);
  }

  /**
   * @param root the flow's own tasks and error tasks as if the flow were a group
   */
  public Plan(
      FlowId flow,
      int revision,
      SequenceStep root,
      List<OutputDefinition> outputs,
      Map<String, @Nullable Object> variables,
      FlowRules rules) {
    this.flow = flow;
    this.revision = revision;
    this.root = root;
    this.outputs = List.copyOf(outputs);
    this.variables = Collections.unmodifiableMap(variables);
    this.rules = rules;
    index(root, null);
    index(rules.after(), null, Section.AFTER, 0);
  }

  /** The plan of executions that run nothing, because their revision cannot be run. */
  public static Plan ofNothing(FlowId flow, int revision) {
    var header = new StepHeader(flow.id(), "flow", null, false, false, null);
    return new Plan(
        flow, revision, SequenceStep.of(header, List.of(), Handlers.NONE), List.of(), Map.of());
  }

  public FlowId flow() {
    return flow;
  }

  public int revision() {
    return revision;
  }

  public SequenceStep root() {
    return root;
  }

  public List<OutputDefinition> outputs() {
    return outputs;
  }

  /** The flow's variables, not rendered. */
  public Map<String, @Nullable Object> variables() {
    return variables;
  }

  public FlowRules rules() {
    return rules;
  }

  /** The revisions of the templates in it, 0 for those that it could not have. */
  public Map<TemplateId, Integer> templates() {
    return Collections.unmodifiableMap(templates);
  }

  /** Where the step stands; empty for ids that the flow does not have. */
  public Optional<StepPosition> position(String stepId) {
    return Optional.ofNullable(positions.get(stepId));
  }

  /** All steps in the order of the document. */
  public Map<String, StepPosition> positions() {
    return Collections.unmodifiableMap(positions);
  }

  private void index(GroupStep group, @Nullable GroupStep asParent) {
    for (int b = 0; b < group.branches().size(); b++) {
      index(group.branches().get(b).steps(), asParent, Section.TASKS, b);
    }
    index(group.errors(), asParent, Section.ERRORS, 0);
    index(group.finallySteps(), asParent, Section.FINALLY, 0);
    if (group instanceof PauseStep pause) {
      index(pause.onPause(), asParent, Section.ON_PAUSE, 0);
    }
  }

  private void index(List<Step> steps, @Nullable GroupStep parent, Section section, int branch) {
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      positions.put(step.id(), new StepPosition(step, parent, section, branch, i));
      if (step instanceof TemplateStep template) {
        templates.put(template.copy().template(), template.copy().revision());
      }
      if (step instanceof GroupStep group) {
        index(group, group);
      }
    }
  }
}
