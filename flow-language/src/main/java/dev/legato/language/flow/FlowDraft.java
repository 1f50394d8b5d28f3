package dev.legato.language.flow;

import dev.legato.model.flow.Flow;
import dev.legato.model.plan.FlowRules;
import dev.legato.model.plan.Step.SequenceStep;

/**
 * What a source says: the flow, and its tasks as the engine walks them.
 *
 * @param root the tasks, error tasks and last tasks of the flow as if it were a group
 */
record FlowDraft(Flow flow, SequenceStep root, FlowRules rules, boolean declaresRevision) {}
