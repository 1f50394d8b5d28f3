package dev.legato.testkit.simulation;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.StepPosition;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of one execution, and who is whose child. */
final class DurableExecution {
  /** In place of a task run's sequence: the flow itself. */
  static final int ROOT = -1;

  private final Plan plan;
  private final List<TaskRunRecord> taskRuns = new ArrayList<>();
  private final Map<Integer, List<Integer>> children = new HashMap<>();
  private ExecutionRecord execution;
  private long killingSince = -1;

  DurableExecution(Plan plan, ExecutionRecord execution) {
    this.plan = plan;
    this.execution = execution;
  }

  Plan plan() {
    return plan;
  }

  ExecutionRecord execution() {
    return execution;
  }

  List<TaskRunRecord> taskRuns() {
    return taskRuns;
  }

  StoredExecution stored() {
    return new StoredExecution(execution, List.copyOf(taskRuns));
  }

  /** Virtual time at which a kill became durable; −1 when none did. */
  long killingSince() {
    return killingSince;
  }

  void noteKill(long now) {
    boolean killing =
        execution.history().entries().stream()
            .anyMatch(entry -> entry.status() == ExecutionStatus.KILLING);
    if (killing && killingSince < 0) {
      killingSince = now;
    }
  }

  @Nullable TaskRunRecord find(int sequence) {
    return sequence >= 0 && sequence < taskRuns.size() ? taskRuns.get(sequence) : null;
  }

  List<TaskRunRecord> children(int parent) {
    return children.getOrDefault(parent, List.of()).stream().map(taskRuns::get).toList();
  }

  StepPosition position(TaskRunRecord taskRun) {
    return plan.position(taskRun.taskId()).orElseThrow();
  }

  /** The group that is run by a task run, or the flow itself. */
  GroupStep group(int parent) {
    return parent == ROOT ? plan.root() : (GroupStep) position(taskRuns.get(parent)).step();
  }

  static int parentOf(TaskRunRecord taskRun) {
    Integer parent = taskRun.parent();
    return parent == null ? ROOT : parent;
  }

  /** Where a task run stands, loop places included. */
  String path(TaskRunRecord taskRun) {
    int parent = parentOf(taskRun);
    String group = parent == ROOT ? "" : path(taskRuns.get(parent));
    Integer iteration = taskRun.iteration();
    return Outcomes.child(group, taskRun.taskId(), iteration == null ? -1 : iteration);
  }

  void write(ExecutionChange change) {
    if (change.execution() != null) {
      execution = change.execution();
    }
    for (TaskRunRecord row : change.taskRuns()) {
      if (row.sequence() < taskRuns.size()) {
        taskRuns.set(row.sequence(), row);
      } else {
        InvariantViolation.require(
            row.sequence() == taskRuns.size(),
            "Execution %s has %d task runs, and the next one that is written is %s",
            execution.id(),
            taskRuns.size(),
            row);
        taskRuns.add(row);
        children.computeIfAbsent(parentOf(row), _ -> new ArrayList<>()).add(row.sequence());
      }
    }
  }
}
