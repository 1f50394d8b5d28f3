package dev.legato.engine;

import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.DagStep;
import dev.legato.model.plan.Step.DirectoryStep;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.Step.IfStep;
import dev.legato.model.plan.Step.LoopOrder;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.LoopUntilStep;
import dev.legato.model.plan.Step.ParallelStep;
import dev.legato.model.plan.Step.PauseStep;
import dev.legato.model.plan.Step.SequenceStep;
import dev.legato.model.plan.Step.SwitchStep;
import dev.legato.model.plan.Step.TemplateStep;
import java.util.List;

/**
 * The one mechanism behind all groups: a group is a number of lanes, each a list of steps run in
 * order, of which at most {@code limit} are open at once. A sequence is one lane; a parallel group
 * has a lane for each child; a loop has a lane for each value, or for each child of each value.
 *
 * @param steps of the section
 * @param iterations how often the steps are repeated
 * @param single whether every step has a lane of its own
 * @param looping whether lanes carry a loop value
 * @param limit how many lanes may be open at once, 0 for all
 */
record Lanes(List<Step> steps, int iterations, boolean single, boolean looping, int limit) {
  static Lanes of(Group group) {
    List<Step> steps = group.steps(group.section);
    GroupStep step = group.step;
    return switch (group.section) {
      case TASKS -> ofTasks(group, steps);
      case ERRORS -> {
        boolean parallel = step.errorsRunInParallel();
        yield new Lanes(steps, 1, parallel, false, parallel ? limitOf(step) : 1);
      }
      case ON_PAUSE, FINALLY, AFTER -> new Lanes(steps, 1, false, false, 1);
    };
  }

  private static Lanes ofTasks(Group group, List<Step> steps) {
    return switch (group.step) {
      case SequenceStep _,
          TemplateStep _,
          DirectoryStep _,
          IfStep _,
          SwitchStep _,
          LoopUntilStep _,
          PauseStep _ ->
          new Lanes(steps, 1, false, false, 1);
      case ParallelStep _, DagStep _ -> new Lanes(steps, 1, true, false, limitOf(group.step));
      case LoopStep loop -> {
        int values = group.items == null ? 0 : group.items.size();
        boolean single = loop.order() == LoopOrder.ALL_AT_ONCE;
        yield new Lanes(steps, values, single, true, loop.limit());
      }
    };
  }

  private static int limitOf(GroupStep step) {
    return switch (step) {
      case SequenceStep _,
          TemplateStep _,
          DirectoryStep _,
          IfStep _,
          SwitchStep _,
          LoopUntilStep _,
          PauseStep _ ->
          1;
      case ParallelStep parallel -> parallel.concurrent();
      case DagStep dag -> dag.concurrent();
      case LoopStep loop -> loop.limit();
    };
  }

  int count() {
    if (steps.isEmpty()) {
      return 0;
    }
    return single ? iterations * steps.size() : iterations;
  }

  int length() {
    return single ? 1 : steps.size();
  }

  Step step(int lane, int place) {
    return steps.get(single ? lane % steps.size() : place);
  }

  /** Which loop value a lane belongs to; {@link TaskRun#NO_ITERATION} outside loops. */
  int iteration(int lane) {
    if (!looping) {
      return TaskRun.NO_ITERATION;
    }
    return single ? lane / steps.size() : lane;
  }

  /** The lane that a child runs in. */
  int laneOf(TaskRun child) {
    int iteration = looping ? child.iteration : 0;
    return single ? iteration * steps.size() + child.position.index() : iteration;
  }

  /** The child's place in its lane. */
  int placeOf(TaskRun child) {
    return single ? 0 : child.position.index();
  }
}
