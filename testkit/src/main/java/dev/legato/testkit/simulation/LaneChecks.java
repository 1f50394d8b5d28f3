package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
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
import dev.legato.model.plan.StepPosition.Section;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What must hold between the children of one list of a group: each step once, in its order. */
final class LaneChecks {
  private final DurableExecution execution;

  /** Whether the order may be another one because people have changed what is behind it. */
  private final boolean reordered;

  LaneChecks(DurableExecution execution, boolean reordered) {
    this.execution = execution;
    this.reordered = reordered;
  }

  void check(GroupStep group, Section section, List<TaskRunRecord> children) {
    boolean single = hasLaneForEachChild(group, section);
    Map<Integer, TaskRunRecord> last = new HashMap<>();
    Map<Integer, Integer> liveByLane = new HashMap<>();
    Set<Integer> running = new HashSet<>();
    Set<Integer> places = new HashSet<>();
    for (TaskRunRecord child : children) {
      int round = child.iteration() == null ? 0 : child.iteration();
      int place = execution.position(child).index();
      int lane = single ? round * 1_000 + place : round;
      require(places.add(round * 1_000 + place), "%s comes a second time", child);
      TaskRunRecord previous = last.put(lane, child);
      if (!single) {
        checkOrder(previous, child, section);
      }
      if (!child.status().isTerminal()) {
        liveByLane.merge(lane, 1, Integer::sum);
        if (!waitsForRoom(child)) {
          running.add(lane);
        }
      }
    }
    require(
        reordered || liveByLane.values().stream().allMatch(live -> live == 1),
        "Two children of one lane run: %s",
        children);
    int limit = limit(group, section);
    require(limit == 0 || running.size() <= limit, "More than %d at once: %s", limit, children);
  }

  /** Whether it was taken back and has not begun again, with all that is part of it. */
  private boolean waitsForRoom(TaskRunRecord child) {
    boolean group = execution.position(child).step() instanceof GroupStep;
    return child.status() == TaskRunStatus.RESTARTED
        || (group
            && child.status() == TaskRunStatus.RUNNING
            && Epochs.wentBack(execution.execution())
            && execution.children(child.sequence()).stream()
                .allMatch(inner -> inner.status().isTerminal() || waitsForRoom(inner)));
  }

  private void checkOrder(@Nullable TaskRunRecord previous, TaskRunRecord child, Section section) {
    if (reordered) {
      return;
    }
    int place = execution.position(child).index();
    if (section == Section.AFTER) { // those that nobody listens to are passed over
      require(
          previous == null || previous.status().isTerminal(), "%s comes after %s", child, previous);
      return;
    }
    if (previous == null) {
      require(place == 0, "%s comes first", child);
      return;
    }
    require(
        execution.position(previous).index() == place - 1
            && previous.status().isTerminal()
            && previous.status() != TaskRunStatus.FAILED,
        "%s comes after %s",
        child,
        previous);
  }

  private static boolean hasLaneForEachChild(GroupStep group, Section section) {
    if (section != Section.TASKS) {
      return section == Section.ERRORS && group.errorsRunInParallel();
    }
    return switch (group) {
      case SequenceStep _,
          TemplateStep _,
          DirectoryStep _,
          IfStep _,
          SwitchStep _,
          LoopUntilStep _,
          PauseStep _ ->
          false;
      case ParallelStep _, DagStep _ -> true;
      case LoopStep loop -> loop.order() == LoopOrder.ALL_AT_ONCE;
    };
  }

  private static int limit(GroupStep group, Section section) {
    if (section != Section.TASKS && section != Section.ERRORS) {
      return 1;
    }
    return switch (group) {
      case SequenceStep _,
          TemplateStep _,
          DirectoryStep _,
          IfStep _,
          SwitchStep _,
          LoopUntilStep _,
          PauseStep _ ->
          1;
      case DagStep dag -> dag.concurrent();
      case ParallelStep parallel -> parallel.concurrent();
      case LoopStep loop -> section == Section.ERRORS && loop.limit() == 1 ? 1 : loop.limit();
    };
  }
}
