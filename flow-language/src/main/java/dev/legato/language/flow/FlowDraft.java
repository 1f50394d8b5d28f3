package dev.legato.language.flow;

import dev.legato.model.flow.Flow;
import dev.legato.model.plan.FlowRules;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step.SequenceStep;
import java.util.List;

/**
 * What a source says: the flow, and its tasks as the engine walks them.
 *
 * @param root the tasks, error tasks and last tasks of the flow as if it were a group
 * @param usesTemplates whether tasks of templates belong to it
 */
record FlowDraft(
    Flow flow,
    SequenceStep root,
    FlowRules rules,
    boolean declaresRevision,
    boolean usesTemplates,
    List<CalledFlow> calledFlows) {
  Plan plan() {
    return plan(flow);
  }

  /** The plan of the flow as it is stored: its revision is the one that was given to it. */
  Plan plan(Flow flow) {
    return new Plan(flow.id(), flow.revision(), root, flow.outputs(), flow.variables(), rules);
  }
}
