package dev.legato.orchestrator.shard;

import dev.legato.model.flow.FlowId;
import dev.legato.model.plan.Plan;

/** Where a shard gets the plan of an execution from. Called on the shard's thread: be quick. */
public interface PlanSource {
  /**
   * The plan of a stored revision.
   *
   * @throws IllegalStateException when it cannot be had any more, with the reason
   */
  Plan plan(FlowId flow, int revision);
}
