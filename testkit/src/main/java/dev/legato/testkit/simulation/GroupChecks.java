package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.execution.ExecutionStatus;
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
import dev.legato.model.plan.StepHeader;
import dev.legato.model.plan.StepPosition.Section;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What must hold between a group and its children, once a change is written. */
final class GroupChecks {
  private final DurableExecution execution;

  private GroupChecks(DurableExecution execution) {
    this.execution = execution;
  }

  /**
   * Checks the groups that a change touches.
   *
   * @param known how many task runs there were before
   * @param stopped groups that had a failed child before: nothing may start in them
   */
  static void check(
      DurableExecution execution, ExecutionChange change, int known, Set<Integer> stopped) {
    var checks = new GroupChecks(execution);
    Set<Integer> parents = new HashSet<>();
    for (TaskRunRecord row : change.taskRuns()) {
      parents.add(DurableExecution.parentOf(row));
      if (execution.position(row).step() instanceof GroupStep) {
        parents.add(row.sequence());
      }
      checks.checkStart(row, row.sequence() >= known, stopped);
    }
    parents.forEach(checks::checkGroup);
    if (execution.execution().status().isTerminal()) {
      checks.checkEnd();
    }
  }

  /** Groups among the parents of a change that have a failed child, by section. */
  static Set<Integer> stopped(DurableExecution execution, ExecutionChange change) {
    Set<Integer> stopped = new HashSet<>();
    for (TaskRunRecord row : change.taskRuns()) {
      int parent = DurableExecution.parentOf(row);
      for (TaskRunRecord child : execution.children(parent)) {
        if (child.status() == TaskRunStatus.FAILED) {
          stopped.add(key(parent, execution.position(child).section()));
        }
      }
    }
    return stopped;
  }

  private static int key(int parent, Section section) {
    return Section.values().length * parent + List.of(Section.values()).indexOf(section);
  }

  private void checkStart(TaskRunRecord row, boolean isNew, Set<Integer> stopped) {
    int parent = DurableExecution.parentOf(row);
    Section section = execution.position(row).section();
    require(
        !isNew || !stopped.contains(key(parent, section)),
        "%s starts although a sibling has failed",
        row);
  }

  private void checkEnd() {
    for (TaskRunRecord row : execution.taskRuns()) {
      require(row.status().isTerminal(), "The execution has ended, but not %s", row);
    }
    require(
        execution.execution().taskRunCount() == execution.taskRuns().size(),
        "Execution %s counts %d task runs, but it has %d",
        execution.execution().id(),
        execution.execution().taskRunCount(),
        execution.taskRuns().size());
    checkStatus(
        DurableExecution.ROOT,
        TaskRunStatus.valueOf(execution.execution().status().name()),
        execution.plan().root().header());
  }

  private void checkGroup(int parent) {
    List<TaskRunRecord> children = execution.children(parent);
    GroupStep group = execution.group(parent);
    checkLanes(group, Section.TASKS, of(Section.TASKS, children));
    checkLanes(group, Section.ERRORS, of(Section.ERRORS, children));
    checkLanes(group, Section.FINALLY, of(Section.FINALLY, children));
    checkErrors(children);
    checkFinally(children);
    if (group instanceof DagStep dag) {
      checkDependencies(dag, of(Section.TASKS, children));
    }
    if (parent != DurableExecution.ROOT) {
      TaskRunRecord own = execution.taskRuns().get(parent);
      if (own.status().isTerminal()) {
        boolean over = children.stream().allMatch(child -> child.status().isTerminal());
        require(over, "%s has ended, but not all its children: %s", own, children);
        if (!children.isEmpty()) {
          checkStatus(parent, own.status(), group.header());
        }
      }
    }
  }

  private List<TaskRunRecord> of(Section section, List<TaskRunRecord> children) {
    return children.stream()
        .filter(child -> execution.position(child).section() == section)
        .toList();
  }

  private void checkErrors(List<TaskRunRecord> children) {
    if (of(Section.ERRORS, children).isEmpty()) {
      return;
    }
    List<TaskRunRecord> tasks = of(Section.TASKS, children);
    require(
        tasks.stream().anyMatch(task -> task.status() == TaskRunStatus.FAILED)
            && tasks.stream().allMatch(task -> task.status().isTerminal()),
        "Error tasks run beside %s",
        tasks);
  }

  /** The last tasks come when all others have ended. */
  private void checkFinally(List<TaskRunRecord> children) {
    boolean last = !of(Section.FINALLY, children).isEmpty();
    require(
        !last
            || children.stream()
                .filter(child -> execution.position(child).section() != Section.FINALLY)
                .allMatch(child -> child.status().isTerminal()),
        "Last tasks run beside others: %s",
        children);
  }

  private void checkDependencies(DagStep dag, List<TaskRunRecord> tasks) {
    var ended = new HashSet<Integer>();
    for (TaskRunRecord task : tasks) {
      if (task.status().isTerminal()) {
        ended.add(execution.position(task).index());
      }
    }
    for (TaskRunRecord task : tasks) {
      List<Integer> needed = dag.dependencies().get(execution.position(task).index());
      require(ended.containsAll(needed), "%s does not wait for what it depends on", task);
    }
  }

  private void checkLanes(GroupStep group, Section section, List<TaskRunRecord> children) {
    boolean single = hasLaneForEachChild(group, section);
    Map<Integer, TaskRunRecord> last = new HashMap<>();
    Set<Integer> live = new HashSet<>();
    int liveChildren = 0;
    for (TaskRunRecord child : children) {
      int round = child.iteration() == null ? 0 : child.iteration();
      int place = execution.position(child).index();
      int lane = single ? round * 1_000 + place : round;
      TaskRunRecord previous = last.put(lane, child);
      require(!single || previous == null, "%s comes a second time", child);
      if (!single) {
        checkOrder(previous, child, place);
      }
      if (!child.status().isTerminal()) {
        live.add(lane);
        liveChildren++;
      }
    }
    require(liveChildren == live.size(), "Two children of one lane run: %s", children);
    int limit = limit(group, section);
    require(limit == 0 || live.size() <= limit, "More than %d at once: %s", limit, children);
  }

  private void checkOrder(TaskRunRecord previous, TaskRunRecord child, int place) {
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
      case SequenceStep _, DirectoryStep _, IfStep _, SwitchStep _, LoopUntilStep _, PauseStep _ ->
          false;
      case ParallelStep _, DagStep _ -> true;
      case LoopStep loop -> loop.order() == LoopOrder.ALL_AT_ONCE;
    };
  }

  private static int limit(GroupStep group, Section section) {
    if (section == Section.FINALLY) {
      return 1;
    }
    return switch (group) {
      case SequenceStep _, DirectoryStep _, IfStep _, SwitchStep _, LoopUntilStep _, PauseStep _ ->
          1;
      case DagStep dag -> dag.concurrent();
      case ParallelStep parallel -> parallel.concurrent();
      case LoopStep loop -> section == Section.ERRORS && loop.limit() == 1 ? 1 : loop.limit();
    };
  }

  /** The status of a group that has ended follows from its tasks. */
  private void checkStatus(int parent, TaskRunStatus status, StepHeader header) {
    boolean killed =
        execution.execution().history().entries().stream()
            .anyMatch(entry -> entry.status() == ExecutionStatus.KILLING);
    boolean neverStarted =
        execution.execution().history().entries().stream()
            .noneMatch(entry -> entry.status() == ExecutionStatus.RUNNING);
    if (killed || neverStarted) {
      return;
    }
    List<TaskRunStatus> tasks =
        of(Section.TASKS, execution.children(parent)).stream().map(TaskRunRecord::status).toList();
    TaskRunStatus expected =
        tasks.contains(TaskRunStatus.FAILED)
            ? TaskRunStatus.FAILED
            : tasks.contains(TaskRunStatus.WARNING) ? TaskRunStatus.WARNING : TaskRunStatus.SUCCESS;
    if (expected == TaskRunStatus.FAILED && header.allowFailure()) {
      expected = TaskRunStatus.WARNING;
    }
    if (expected == TaskRunStatus.WARNING && header.allowWarning()) {
      expected = TaskRunStatus.SUCCESS;
    }
    require(expected == status, "A group ended as %s after %s", status, tasks);
  }
}
