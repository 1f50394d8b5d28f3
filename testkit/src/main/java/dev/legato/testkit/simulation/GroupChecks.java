package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.DagStep;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.LoopUntilStep;
import dev.legato.model.plan.Step.PauseStep;
import dev.legato.model.plan.StepHeader;
import dev.legato.model.plan.StepPosition.Section;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must hold between a group and its children, once a change is written. */
final class GroupChecks {
  private final DurableExecution execution;
  private final People people;
  private final LaneChecks lanes;

  /** Whether its first task runs may be those of another revision of the flow. */
  private final boolean otherRevision;

  private GroupChecks(DurableExecution execution, People people) {
    this.execution = execution;
    this.people = people;
    this.otherRevision =
        Epochs.isCopy(execution.execution()) && execution.execution().revision() > 1;
    this.lanes =
        new LaneChecks(execution, otherRevision || people.correctedInside(execution.execution()));
  }

  /**
   * Checks the groups that a change touches.
   *
   * @param known task runs that there were before
   * @param stopped groups that had a failed child before: nothing may start in them
   */
  static void check(
      DurableExecution execution,
      ExecutionChange change,
      Set<Integer> known,
      Set<Integer> stopped,
      People people) {
    var checks = new GroupChecks(execution, people);
    Set<Integer> parents = new HashSet<>();
    for (TaskRunRecord row : change.taskRuns()) {
      parents.add(DurableExecution.parentOf(row));
      if (execution.position(row).step() instanceof GroupStep) {
        parents.add(row.sequence());
      }
      checks.checkStart(row, !known.contains(row.sequence()), stopped);
    }
    parents.forEach(checks::checkGroup);
    if (execution.execution().status().isTerminal() && change.execution() != null) {
      checks.checkEnd();
    }
  }

  /** Groups among the parents of a change that have a failed child, by section. */
  static Set<Integer> stopped(DurableExecution execution, ExecutionChange change) {
    Set<Integer> stopped = new HashSet<>();
    for (TaskRunRecord row : change.taskRuns()) {
      int parent = DurableExecution.parentOf(row);
      if (parent != DurableExecution.ROOT && execution.find(parent) == null) {
        continue; // the group is new
      }
      for (TaskRunRecord child : execution.children(parent)) {
        Section section = execution.position(child).section();
        boolean alone = isolates(execution.group(parent)) && section == Section.TASKS;
        if (child.status() == TaskRunStatus.FAILED && !alone) {
          stopped.add(key(parent, section));
        }
      }
    }
    return stopped;
  }

  /** Whether a child that fails leaves the rounds of others alone. */
  private static boolean isolates(GroupStep group) {
    return group instanceof LoopStep loop
        && loop.rounds() != null
        && !loop.rounds().transmitFailed();
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
    ExecutionRecord record = execution.execution();
    for (TaskRunRecord row : execution.taskRuns()) {
      boolean goesOn = !record.over() && execution.followsTheEnd(row);
      require(goesOn || row.status().isTerminal(), "The execution has ended, but not %s", row);
    }
    require(
        record.taskRunCount() >= execution.everUsed(),
        "Execution %s counts %d task runs, but it had %d",
        record.id(),
        record.taskRunCount(),
        execution.everUsed());
    if (record.over()) {
      checkAfter(record);
    }
    checkVerdict(record);
    if (!people.corrected(record.id()) && record.status() != ExecutionStatus.RETRIED) {
      checkStatus(
          DurableExecution.ROOT,
          TaskRunStatus.valueOf(record.status().name()),
          execution.plan().root().header());
    }
  }

  /** What follows the end was done in full. */
  private void checkAfter(ExecutionRecord record) {
    boolean ran =
        Epochs.hasStarted(record)
            && record.status() != ExecutionStatus.RETRIED
            && record.verdict() == null;
    if (!ran || people.corrected(record.id())) {
      return;
    }
    List<TaskRunRecord> rows = of(Section.AFTER, execution.children(DurableExecution.ROOT));
    Set<String> listeners = execution.plan().rules().listeners().keySet();
    boolean failed = rows.stream().anyMatch(row -> row.status() == TaskRunStatus.FAILED);
    for (Step step : execution.plan().rules().after()) {
      boolean done = rows.stream().anyMatch(row -> row.taskId().equals(step.id()));
      require(
          done || failed || listeners.contains(step.id()),
          "Execution %s is over, but %s was never run",
          record.id(),
          step.id());
    }
  }

  /** What was settled beforehand came true, and a kill kills. */
  private void checkVerdict(ExecutionRecord record) {
    boolean goesOn = !execution.plan().rules().after().isEmpty();
    if (people.corrected(record.id()) || !Epochs.hasStarted(record)) {
      return;
    }
    ExecutionStatus verdict = record.verdict();
    if (verdict != null && !goesOn) {
      require(
          record.status() == verdict || record.status() == ExecutionStatus.RETRIED,
          "%s was to end as %s",
          record,
          verdict);
    } else if (Epochs.wasKilled(record) && !people.settledBeforehand(record)) {
      require(record.status() == ExecutionStatus.KILLED, "%s was to be killed", record);
    }
  }

  private void checkGroup(int parent) {
    if (parent != DurableExecution.ROOT && execution.find(parent) == null) {
      return; // it was removed with all its children
    }
    List<TaskRunRecord> children = execution.children(parent);
    GroupStep group = execution.group(parent);
    for (Section section : Section.values()) {
      lanes.check(group, section, of(section, children));
    }
    checkErrors(parent, children);
    checkFinally(children);
    if (group instanceof PauseStep) {
      checkPause(parent, children);
    }
    if (group instanceof DagStep dag && !people.correctedInside(execution.execution())) {
      checkDependencies(dag, of(Section.TASKS, children));
    }
    TaskRunRecord own = execution.find(parent);
    if (own != null && own.status().isTerminal()) {
      boolean over = children.stream().allMatch(child -> child.status().isTerminal());
      require(over, "%s has ended, but not all its children: %s", own, children);
      boolean inherited = own.history().last().isBefore(execution.execution().history().start());
      if (!children.isEmpty() && own.status() != TaskRunStatus.SKIPPED && !inherited) {
        checkStatus(parent, own.status(), group.header());
      }
    }
  }

  private List<TaskRunRecord> of(Section section, List<TaskRunRecord> children) {
    return children.stream()
        .filter(child -> execution.position(child).section() == section)
        .toList();
  }

  private void checkErrors(int parent, List<TaskRunRecord> children) {
    if (of(Section.ERRORS, children).isEmpty()) {
      return;
    }
    List<TaskRunRecord> tasks = of(Section.TASKS, children);
    boolean failed =
        spoiledTo(parent) == TaskRunStatus.FAILED
            || otherRevision
            || people.correctedInside(execution.execution())
            || tasks.stream().anyMatch(task -> task.status() == TaskRunStatus.FAILED);
    require(
        failed && tasks.stream().allMatch(task -> task.status().isTerminal()),
        "Error tasks of %s run beside %s",
        parent == DurableExecution.ROOT ? "the flow" : execution.find(parent),
        tasks);
  }

  /** The last tasks come when all others have ended. */
  private void checkFinally(List<TaskRunRecord> children) {
    boolean last = !of(Section.FINALLY, children).isEmpty();
    require(
        !last
            || children.stream()
                .filter(child -> execution.position(child).section().compareTo(Section.FINALLY) < 0)
                .allMatch(child -> child.status().isTerminal()),
        "Last tasks run beside others: %s",
        children);
  }

  /** What follows a pause waits for its end. */
  private void checkPause(int parent, List<TaskRunRecord> children) {
    TaskRunRecord own = execution.find(parent);
    require(
        own == null
            || own.status() != TaskRunStatus.PAUSED
            || of(Section.TASKS, children).isEmpty(),
        "%s is paused and goes on: %s",
        own,
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

  /** What the step itself came to, whatever its children did. */
  private TaskRunStatus spoiledTo(int parent) {
    TaskRunRecord own = execution.find(parent);
    if (own == null) {
      return TaskRunStatus.SUCCESS;
    }
    return switch (execution.position(own).step()) {
      case LoopUntilStep _ when Boolean.TRUE.equals(own.outputs().get("gaveUp")) ->
          TaskRunStatus.FAILED;
      case PauseStep pause ->
          PauseEnd.of(pause, own).map(PauseEnd::status).orElse(TaskRunStatus.SUCCESS);
      case Step _ -> TaskRunStatus.SUCCESS;
    };
  }

  /** The status of a group that has ended follows from its tasks. */
  private void checkStatus(int parent, TaskRunStatus status, StepHeader header) {
    ExecutionRecord record = execution.execution();
    boolean byOthers =
        Epochs.wasKilled(record)
            || people.settledBeforehand(record)
            || !Epochs.hasStarted(record)
            || people.correctedInside(record);
    if (byOthers) {
      return;
    }
    GroupStep group = execution.group(parent);
    List<TaskRunStatus> tasks =
        of(Section.TASKS, execution.children(parent)).stream()
            .map(TaskRunRecord::status)
            .filter(task -> task != TaskRunStatus.FAILED || !isolates(group))
            .toList();
    TaskRunStatus expected = Outcomes.worst(tasks, spoiledTo(parent));
    if (expected == TaskRunStatus.FAILED && header.allowFailure()) {
      expected = TaskRunStatus.WARNING;
    }
    if (expected == TaskRunStatus.WARNING && header.allowWarning()) {
      expected = TaskRunStatus.SUCCESS;
    }
    require(expected == status, "A group ended as %s after %s", status, tasks);
  }
}
