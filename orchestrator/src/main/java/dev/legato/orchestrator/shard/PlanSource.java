package dev.legato.orchestrator.shard;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.TemplateId;
import dev.legato.model.plan.Plan;
import java.util.Map;

/** Where a shard gets the plan of an execution from. Called on the shard's thread: be quick. */
public interface PlanSource {
  /**
   * The plan of a stored revision for a new execution, with templates as they are now.
   *
   * @throws UnusablePlanException when it cannot be had any more
   */
  Plan plan(FlowId flow, int revision);

  /**
   * The same for an execution that exists.
   *
   * @param templates their revisions as the execution began with them, 0 for those that did not
   *     exist; others are taken as they are now
   */
  default Plan plan(FlowId flow, int revision, Map<TemplateId, Integer> templates) {
    return plan(flow, revision);
  }

  /** The plan of an execution that exists. */
  default Plan plan(ExecutionRecord execution) {
    return plan(execution.flow(), execution.revision(), execution.templates());
  }
}
