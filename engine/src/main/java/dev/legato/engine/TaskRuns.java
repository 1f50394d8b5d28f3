package dev.legato.engine;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.plan.StepPosition.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The task runs of an execution by sequence, and what the store does not know of them yet. */
final class TaskRuns {
  /** Null where a task run was removed. */
  private final List<@Nullable TaskRun> bySequence = new ArrayList<>();

  private final List<TaskRun> dirty = new ArrayList<>();
  private final List<Integer> removed = new ArrayList<>(0);

  /** How many task runs were ever created; the next one's sequence. */
  int count() {
    return bySequence.size();
  }

  /** Adds the task run at its sequence; those before that are missing were removed. */
  void add(TaskRun run) {
    fillUpTo(run.sequence);
    bySequence.add(run);
  }

  void fillUpTo(int count) {
    while (bySequence.size() < count) {
      bySequence.add(null);
    }
  }

  TaskRun latest() {
    return get(bySequence.size() - 1);
  }

  /** The task run, or null when there is none with this sequence. */
  @Nullable TaskRun find(@Nullable Integer sequence) {
    return sequence == null || sequence < 0 || sequence >= bySequence.size()
        ? null
        : bySequence.get(sequence);
  }

  TaskRun get(int sequence) {
    TaskRun run = find(sequence);
    if (run == null) {
      throw new IllegalStateException(
          "Expected task run %d, but there are %d, or it was removed"
              .formatted(sequence, bySequence.size()));
    }
    return run;
  }

  /** The task run, which is about to change. */
  TaskRun changed(int sequence) {
    TaskRun run = get(sequence);
    if (!run.dirty) {
      run.dirty = true;
      dirty.add(run);
    }
    return run;
  }

  /** All task runs in the order of their creation. */
  List<TaskRun> all() {
    var present = new ArrayList<TaskRun>(bySequence.size());
    for (TaskRun run : bySequence) {
      if (run != null) {
        present.add(run);
      }
    }
    return present;
  }

  /** Removes a task run and all below it. */
  void remove(@Nullable TaskRun run) {
    if (run == null) {
      return;
    }
    Group group = run.group();
    if (group != null) {
      for (Section section : Section.values()) {
        group.children(section).forEach(this::remove);
      }
    }
    bySequence.set(run.sequence, null);
    removed.add(run.sequence);
  }

  /** Forgets everything, to be filled anew with rows of which some are changed. */
  void clear() {
    bySequence.clear();
    dirty.clear();
  }

  /** Marks rows as not known to the store, and others as gone. */
  void mark(Set<Integer> changed, List<Integer> gone) {
    changed.stream().sorted().forEach(this::changed);
    removed.addAll(gone);
  }

  /** Takes the rows to write. */
  List<TaskRunRecord> drainChanged(ExecutionId execution) {
    var records = new ArrayList<TaskRunRecord>(dirty.size());
    for (TaskRun run : dirty) {
      run.dirty = false;
      if (find(run.sequence) == run) {
        records.add(run.toRecord(execution));
        run.forgetPastIfOver();
      }
    }
    dirty.clear();
    return records;
  }

  /** Takes the sequences of rows that are to be removed. */
  List<Integer> drainRemoved() {
    if (removed.isEmpty()) {
      return List.of();
    }
    List<Integer> gone = List.copyOf(removed);
    removed.clear();
    return gone;
  }
}
