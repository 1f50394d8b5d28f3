package dev.legato.testkit.simulation;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.StepPosition;
import dev.legato.model.plan.StepPosition.Section;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The rows of one execution, and who is whose child. */
final class DurableExecution {
  /** In place of a task run's sequence: the flow itself. */
  static final int ROOT = -1;

  private final Plan plan;
  private final NavigableMap<Integer, TaskRunRecord> taskRuns = new TreeMap<>();
  private final Map<Integer, SortedSet<Integer>> children = new HashMap<>();

  /** How many attempts each task run had when it was taken over from another execution. */
  private final Map<Integer, Integer> inherited = new HashMap<>();

  private ExecutionRecord execution;
  private int everUsed;
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
    return List.copyOf(taskRuns.values());
  }

  StoredExecution stored() {
    return new StoredExecution(execution, taskRuns());
  }

  /** One more than the highest sequence that a task run ever had. */
  int everUsed() {
    return everUsed;
  }

  /** How many attempts of a task run were made by the execution that this one is a copy of. */
  int inheritedAttempts(int sequence) {
    return inherited.getOrDefault(sequence, 0);
  }

  /** Virtual time at which a kill became durable; −1 when none did since the last restart. */
  long killingSince() {
    return killingSince;
  }

  void noteKill(long now) {
    boolean killed = Epochs.wasKilled(execution);
    if (!killed) {
      killingSince = -1;
    } else if (killingSince < 0) {
      killingSince = now;
    }
  }

  @Nullable TaskRunRecord find(int sequence) {
    return taskRuns.get(sequence);
  }

  List<TaskRunRecord> children(int parent) {
    SortedSet<Integer> sequences = children.get(parent);
    return sequences == null ? List.of() : sequences.stream().map(this::get).toList();
  }

  private TaskRunRecord get(int sequence) {
    TaskRunRecord found = taskRuns.get(sequence);
    return InvariantViolation.present(found, "Task run %d is gone".formatted(sequence));
  }

  StepPosition position(TaskRunRecord taskRun) {
    return plan.position(taskRun.taskId()).orElseThrow();
  }

  /** The group that is run by a task run, or the flow itself. */
  GroupStep group(int parent) {
    return parent == ROOT ? plan.root() : (GroupStep) position(get(parent)).step();
  }

  /** Whether the task run is part of what follows the end. */
  boolean followsTheEnd(TaskRunRecord taskRun) {
    TaskRunRecord top = taskRun;
    while (top.parent() != null) {
      top = get(top.parent());
    }
    return position(top).section() == Section.AFTER;
  }

  static int parentOf(TaskRunRecord taskRun) {
    Integer parent = taskRun.parent();
    return parent == null ? ROOT : parent;
  }

  /** Where a task run stands, loop places included. */
  String path(TaskRunRecord taskRun) {
    int parent = parentOf(taskRun);
    String group = parent == ROOT ? "" : path(get(parent));
    Integer iteration = taskRun.iteration();
    return Outcomes.child(group, taskRun.taskId(), iteration == null ? -1 : iteration);
  }

  /** The task run that stands somewhere now. */
  @Nullable TaskRunRecord at(String path) {
    return taskRuns.values().stream().filter(row -> path(row).equals(path)).findAny().orElse(null);
  }

  /** Takes over rows that another execution had. */
  void inherit(List<TaskRunRecord> rows) {
    for (TaskRunRecord row : rows) {
      int ended = (int) row.attempts().stream().filter(it -> it.status().isTerminal()).count();
      inherited.put(row.sequence(), ended);
    }
  }

  void write(ExecutionChange change) {
    if (change.execution() != null) {
      execution = change.execution();
    }
    for (int gone : change.removed()) {
      TaskRunRecord row = taskRuns.remove(gone);
      if (row != null) {
        children.getOrDefault(parentOf(row), new TreeSet<>()).remove(gone);
      }
    }
    for (TaskRunRecord row : change.taskRuns()) {
      taskRuns.put(row.sequence(), row);
      children.computeIfAbsent(parentOf(row), _ -> new TreeSet<>()).add(row.sequence());
      everUsed = Math.max(everUsed, row.sequence() + 1);
    }
    everUsed = Math.max(everUsed, execution.taskRunCount());
  }
}
