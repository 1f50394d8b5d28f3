package dev.legato.model.plan;

import java.util.List;
import java.util.Map;

/**
 * What holds for an execution as a whole.
 *
 * @param agreements in the order of the flow
 * @param after run once the execution has ended, those of listeners last
 * @param listeners conditions of steps in {@code after}: the step's id → a template; a step whose
 *     condition is not true is passed over
 */
public record FlowRules(
    List<Agreement> agreements, List<Step> after, Map<String, String> listeners) {
  public static final FlowRules NONE = new FlowRules(List.of(), List.of(), Map.of());
}
