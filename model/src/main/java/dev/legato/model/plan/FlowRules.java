package dev.legato.model.plan;

import dev.legato.model.flow.Condition;
import java.util.List;
import java.util.Map;

/**
 * What holds for an execution as a whole.
 *
 * @param agreements in the order of the flow
 * @param after run once the execution has ended, those of listeners last
 * @param listeners conditions of steps in {@code after}, by the step's id; a step is passed over
 *     unless all of its conditions hold
 */
public record FlowRules(
    List<Agreement> agreements, List<Step> after, Map<String, List<Condition>> listeners) {
  public static final FlowRules NONE = new FlowRules(List.of(), List.of(), Map.of());
}
