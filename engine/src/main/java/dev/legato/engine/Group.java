package dev.legato.engine;

import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.DagStep;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.PauseStep;
import dev.legato.model.plan.StepPosition;
import dev.legato.model.plan.StepPosition.Section;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
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
  final @Nullable List<?> items;

  /** What the flow itself runs once the execution has ended. */
  private final List<Step> after;

  Section section;
  Lanes lanes;

  /** How many lanes of the current section were opened. */
  int nextLane;

  /** Children of the current section that have not ended; a lane has at most one. */
  int live;

  private final Deque<TaskRun> waiting = new ArrayDeque<>(0);

  /** Lanes whose next child is due in the engine's queue of work. */
  int pending;

  /** A child of the current section failed: nothing new starts in it. */
  boolean stopped;

  boolean failed;
  boolean killed;
  boolean warned;

  /** Which round of the loop runs, from 1; 1 in groups that have no rounds. */
  int round = 1;

  /** Whether the next round waits for its time. */
  boolean waitsForRound;

  private @Nullable DagOrder order;
  private volatile @Nullable TaskRun[] tasks = NONE;

  /** Children in the other sections, by section; few groups have any. */
  private volatile Map<Section, @Nullable TaskRun[]> asides = Map.of();

  private volatile Set<String> reached = Set.of();
  private @Nullable ItemIndex itemIndex;

  /** The flow itself. */
  static Group root(Plan plan) {
    return new Group(null, plan.root(), 0, null, plan.rules().after());
  }

  Group(@Nullable TaskRun run, GroupStep step, int branch, @Nullable List<?> items) {
    this(run, step, branch, items, List.of());
  }

  private Group(
      @Nullable TaskRun run,
      GroupStep step,
      int branch,
      @Nullable List<?> items,
      List<Step> after) {
    this.run = run;
    this.after = after;
    this.step = step;
    this.branch = branch;
    this.items = items;
    this.section = step instanceof PauseStep ? Section.ON_PAUSE : Section.TASKS;
    this.lanes = Lanes.of(this);
    this.order = step instanceof DagStep dag ? new DagOrder(dag) : null;
  }

  boolean isLoop() {
    return step instanceof LoopStep;
  }

  /** Whether a child that fails leaves the children of other rounds alone. */
  boolean isolatesFailures() {
    return step instanceof LoopStep loop
        && loop.rounds() != null
        && !loop.rounds().transmitFailed();
  }

  /** The steps of a section, of the chosen branch. */
  List<Step> steps(Section of) {
    return switch (of) {
      case TASKS -> branch < 0 ? List.of() : step.branches().get(branch).steps();
      case ERRORS -> step.errors();
      case FINALLY -> step.finallySteps();
      case ON_PAUSE -> step instanceof PauseStep pause ? pause.onPause() : List.of();
      case AFTER -> after;
    };
  }

  /** Turns to another list of steps; all children of the one before have ended. */
  void enter(Section next) {
    section = next;
    stopped = false;
    nextLane = 0;
    live = 0;
    pending = 0;
    lanes = Lanes.of(this);
  }

  /** Begins the next round of a loop; the children of the one before are gone. */
  void enterRound(int next) {
    round = next;
    waitsForRound = false;
    tasks = NONE;
    warned = false;
    killed = false;
    enter(Section.TASKS);
  }

  /** Takes note that the step itself ended badly, whatever its children did. */
  void spoil(TaskRunStatus reached) {
    failed |= reached == TaskRunStatus.FAILED;
    warned |= reached == TaskRunStatus.WARNING;
  }

  /** Whether every lane that will ever open has closed. */
  boolean sectionIsDone(boolean halted) {
    return live == 0 && pending == 0 && (allOpened() || stopped || halted);
  }

  private boolean allOpened() {
    DagOrder dag = orderOfSection();
    return dag == null ? nextLane >= lanes.count() : dag.allOpened();
  }

  /** A child that is to run again, or go on, does so when there is room, in order of creation. */
  void putOff(TaskRun child) {
    waiting.add(child);
  }

  void forgetWaiting() {
    waiting.clear();
  }

  /** The next child that was put off; null when there is none, or no room for it now. */
  @Nullable TaskRun nextWaiting() {
    int begun = live + pending - waiting.size();
    return lanes.limit() != 0 && begun >= lanes.limit() ? null : waiting.poll();
  }

  /** The lane to open next; −1 when none may be opened now. */
  int laneToOpen(boolean halted) {
    if (halted || stopped || (lanes.limit() != 0 && live + pending >= lanes.limit())) {
      return -1;
    }
    DagOrder dag = orderOfSection();
    if (dag != null) {
      return dag.next();
    }
    return nextLane < lanes.count() ? nextLane : -1;
  }

  private @Nullable DagOrder orderOfSection() {
    return section == Section.TASKS ? order : null;
  }

  void add(TaskRun child) {
    int slot = slot(child.position, child.iteration);
    Section of = child.position.section();
    if (of == Section.TASKS) {
      tasks = fill(tasks, slot, child);
    } else {
      addAside(of, slot, child);
    }
    if (order != null && of == Section.TASKS) {
      order.opened(child.position.index());
    } else {
      nextLane = Math.max(nextLane, lanes.laneOf(child) + 1);
    }
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
    boolean counts = status == TaskRunStatus.FAILED && !isolatesFailures();
    if (child.position.section() == section) {
      live--;
      stopped |= section == Section.TASKS ? counts : status == TaskRunStatus.FAILED;
    }
    if (child.position.section() == Section.TASKS) {
      if (order != null) {
        order.ended(child.position.index());
      }
      failed |= counts;
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

  /** The loop value as a text: itself if it is plain, else its place. */
  String label(int iteration) {
    return switch (items == null ? null : items.get(iteration)) {
      case String text -> text;
      case Number number -> number.toString();
      case Boolean truth -> truth.toString();
      case null, default -> Integer.toString(iteration);
    };
  }

  /** Whether each value is a world of its own. */
  boolean hasRounds() {
    return step instanceof LoopStep loop && loop.rounds() != null;
  }

  /** The place of a loop value; empty when the loop does not have it. */
  OptionalInt iterationOf(String value) {
    ItemIndex index = itemIndex;
    if (index == null) {
      index = ItemIndex.of(this);
      itemIndex = index;
    }
    Integer iteration = index.places.get(value);
    return iteration == null ? OptionalInt.empty() : OptionalInt.of(iteration);
  }

  /** Whether the lane went on after a child, maybe past steps that were not to run. */
  boolean hasChildAfter(TaskRun child) {
    int slot = slot(child.position, child.iteration);
    int left = lanes.length() - lanes.placeOf(child) - 1;
    for (int next = 1; next <= left; next++) {
      if (at(child.position.section(), slot + next) != null) {
        return true;
      }
    }
    return false;
  }

  private @Nullable TaskRun at(Section of, int slot) {
    @Nullable TaskRun[] slots = slots(of);
    return slot < slots.length ? (TaskRun) SLOT.getAcquire(slots, slot) : null;
  }

  /** Every child of a section; slots without one are null. */
  List<@Nullable TaskRun> children(Section of) {
    return Arrays.asList(slots(of));
  }

  private @Nullable TaskRun[] slots(Section of) {
    if (of == Section.TASKS) {
      return tasks;
    }
    return asides.getOrDefault(of, NONE);
  }

  private void addAside(Section of, int slot, TaskRun child) {
    var changed = new EnumMap<Section, @Nullable TaskRun[]>(Section.class);
    changed.putAll(asides);
    changed.put(of, fill(slots(of), slot, child));
    asides = changed;
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
    static ItemIndex of(Group loop) {
      int count = loop.items == null ? 0 : loop.items.size();
      var places = LinkedHashMap.<String, Integer>newLinkedHashMap(count);
      for (int i = 0; i < count; i++) {
        places.putIfAbsent(loop.label(i), i);
      }
      return new ItemIndex(places);
    }
  }
}
