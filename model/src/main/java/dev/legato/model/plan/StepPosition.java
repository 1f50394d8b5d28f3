package dev.legato.model.plan;

import org.jspecify.annotations.Nullable;

/**
 * Where a step stands in its plan.
 *
 * @param parent the group that holds it; absent at the top of the flow
 * @param section which list of the parent
 * @param branch index of the parent's branch, 0 in other sections
 * @param index place in that list
 */
public record StepPosition(
    Step step, Step.@Nullable GroupStep parent, Section section, int branch, int index) {
  /** The lists of a group. */
  public enum Section {
    /** Run when a pause begins. */
    ON_PAUSE,
    TASKS,
    ERRORS,
    FINALLY,
    /** Run once the execution has ended; of the flow itself only. */
    AFTER
  }
}
