package dev.legato.engine;

import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.StepPosition;
import dev.legato.model.plan.StepPosition.Section;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A running group: the flow itself or the task run of a group step. It counts its children, so that
 * the end of a child costs the same whether it has two siblings or a million.
 *
 * <p>Worker threads read children through {@link StepView} while the shard adds more. That is safe
 * because slots are only ever filled, and whoever finds a child in one finds all of it.
 */
final class Group {
  private static final @Nullable TaskRun[] NONE = {};
  private static final VarHandle SLOT = MethodHandles.arrayElementVarHandle(TaskRun[].class);

  /** Absent for the flow itself. */
  final @Nullable TaskRun run;

  final GroupStep step;
  final int branch;
  final @Nullable List<String> items;

  Section section = Section.TASKS;
  Lanes lanes;

  /** How many lanes of the current section were opened. */
  int nextLane;

  /** Children of the current section that have not ended; a lane has at most one. */
  int live;

  /** Lanes whose next child is due in the engine's queue of work. */
  int pending;

  /** A child of the current section failed: nothing new starts in it. */
  boolean stopped;

  boolean failed;
  boolean killed;
  boolean warned;

  private volatile @Nullable TaskRun[] tasks = NONE;
  private volatile @Nullable TaskRun[] errors = NONE;
  private volatile Set<String> reached = Set.of();
  private @Nullable ItemIndex itemIndex;

  Group(@Nullable TaskRun run, GroupStep step, int branch, @Nullable List<String> items) {
    this.run = run;
    this.step = step;
    this.branch = branch;
    this.items = items;
    this.lanes = Lanes.of(this);
  }

  boolean isLoop() {
    return step instanceof LoopStep;
  }

  /** The steps of a section, of the chosen branch. */
  List<Step> steps(Section of) {
    return switch (of) {
      case TASKS -> branch < 0 ? List.of() : step.branches().get(branch).steps();
      case ERRORS -> step.errors();
      case FINALLY -> step.finallySteps();
      case ON_PAUSE, AFTER -> List.of();
    };
  }

  void enterErrors() {
    section = Section.ERRORS;
    stopped = false;
    nextLane = 0;
    lanes = Lanes.of(this);
  }

  /** Whether every lane that will ever open has closed. */
  boolean sectionIsDone(boolean killing) {
    return live == 0 && pending == 0 && (nextLane >= lanes.count() || stopped || killing);
  }

  boolean mayOpenLane(boolean killing) {
    return !killing
        && !stopped
        && nextLane < lanes.count()
        && (lanes.limit() == 0 || live + pending < lanes.limit());
  }

  void add(TaskRun child) {
    int slot = slot(child.position, child.iteration);
    if (child.position.section() == Section.TASKS) {
      tasks = fill(tasks, slot, child);
    } else {
      errors = fill(errors, slot, child);
    }
    nextLane = Math.max(nextLane, lanes.laneOf(child) + 1);
    live++;
    for (Group group = this; group != null; group = group.outer()) {
      group.markReached(child.step().id());
    }
  }

  private @Nullable Group outer() {
    return run == null ? null : run.parent;
  }

  private void markReached(String stepId) {
    if (isLoop() && !reached.contains(stepId)) {
      var more = new LinkedHashSet<>(reached);
      more.add(stepId);
      reached = Collections.unmodifiableSet(more);
    }
  }

  /** Whether the step was ever run under this loop, at any depth. */
  boolean hasReached(String stepId) {
    return reached.contains(stepId);
  }

  /** Takes note of how a child ended; its status has been softened already. */
  void count(TaskRun child) {
    TaskRunStatus status = child.status();
    if (child.position.section() == section) {
      live--;
      stopped |= status == TaskRunStatus.FAILED;
    }
    if (child.position.section() == Section.TASKS) {
      failed |= status == TaskRunStatus.FAILED;
      killed |= status == TaskRunStatus.KILLED;
      warned |= status == TaskRunStatus.WARNING;
    }
  }

  /**
   * The task run of a child step.
   *
   * @param iteration of the loop value; ignored by groups that are no loop
   */
  @Nullable TaskRun child(StepPosition position, int iteration) {
    if (position.section() == Section.TASKS && position.branch() != branch) {
      return null;
    }
    return at(position.section(), slot(position, iteration));
  }

  /** The place of a loop value; empty when the loop does not have it. */
  OptionalInt iterationOf(String value) {
    ItemIndex index = itemIndex;
    if (index == null) {
      index = ItemIndex.of(items == null ? List.of() : items);
      itemIndex = index;
    }
    Integer iteration = index.places.get(value);
    return iteration == null ? OptionalInt.empty() : OptionalInt.of(iteration);
  }

  /** The child that follows in the same lane, for lanes of several steps. */
  @Nullable TaskRun childAfter(TaskRun child) {
    return at(child.position.section(), slot(child.position, child.iteration) + 1);
  }

  private @Nullable TaskRun at(Section of, int slot) {
    @Nullable TaskRun[] slots = of == Section.TASKS ? tasks : errors;
    return slot < slots.length ? (TaskRun) SLOT.getAcquire(slots, slot) : null;
  }

  /** Every child, those of the error tasks last; slots without one are null. */
  List<@Nullable TaskRun> children() {
    var all = new ArrayList<@Nullable TaskRun>(tasks.length + errors.length);
    all.addAll(Arrays.asList(tasks));
    all.addAll(Arrays.asList(errors));
    return all;
  }

  private int slot(StepPosition position, int iteration) {
    boolean repeated = isLoop() && position.section() == Section.TASKS;
    return repeated ? iteration * steps(Section.TASKS).size() + position.index() : position.index();
  }

  private static @Nullable TaskRun[] fill(@Nullable TaskRun[] slots, int slot, TaskRun child) {
    @Nullable TaskRun[] roomy =
        slot < slots.length ? slots : Arrays.copyOf(slots, Math.max(slot + 1, slots.length * 2));
    SLOT.setRelease(roomy, slot, child);
    return roomy;
  }

  /** Immutable, so that a thread that sees it sees all of it. */
  private record ItemIndex(Map<String, Integer> places) {
    static ItemIndex of(List<String> items) {
      var places = LinkedHashMap.<String, Integer>newLinkedHashMap(items.size());
      for (int i = 0; i < items.size(); i++) {
        places.put(items.get(i), i);
      }
      return new ItemIndex(places);
    }
  }
}
