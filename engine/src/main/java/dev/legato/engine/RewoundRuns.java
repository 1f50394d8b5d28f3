package dev.legato.engine;

import dev.legato.model.execution.Attempt;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.execution.TaskRunStatus;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step.DagStep;
import dev.legato.model.plan.Step.DirectoryStep;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.model.plan.Step.LoopOrder;
import dev.legato.model.plan.Step.LoopStep;
import dev.legato.model.plan.Step.ParallelStep;
import dev.legato.model.plan.StepPosition;
import dev.legato.model.plan.StepPosition.Section;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The task runs of an execution on their way back to an earlier point. Those that go on are
 * RESTARTED, the groups round them RUNNING; what came after them is removed.
 */
final class RewoundRuns {
  private static final String FOLLOWS_THE_END =
      "The task run followed the end of the execution; only to what came before can it go back.";

  private final Plan plan;
  private final Instant now;
  private final NavigableMap<Integer, TaskRunRecord> runs = new TreeMap<>();
  private final Map<@Nullable Integer, List<Integer>> children = new LinkedHashMap<>();
  private final Set<Integer> changed = new LinkedHashSet<>();
  private final List<Integer> removed = new ArrayList<>();

  RewoundRuns(List<TaskRunRecord> rows, Plan plan, Instant now) {
    this.plan = plan;
    this.now = now;
    for (TaskRunRecord row : rows) {
      runs.put(row.sequence(), row);
      children.computeIfAbsent(row.parent(), _ -> new ArrayList<>()).add(row.sequence());
    }
    rows.stream().filter(row -> !fits(row)).map(TaskRunRecord::sequence).forEach(this::remove);
  }

  /** Whether the plan has the task run's step where it was; another revision may not. */
  private boolean fits(TaskRunRecord row) {
    StepPosition position = plan.position(row.taskId()).orElse(null);
    if (position == null) {
      return false;
    }
    TaskRunRecord parent = row.parent() == null ? null : runs.get(row.parent());
    String parentStep = position.parent() == null ? null : position.parent().id();
    return Objects.equals(parentStep, parent == null ? null : parent.taskId());
  }

  List<TaskRunRecord> rows() {
    return List.copyOf(runs.values());
  }

  Set<Integer> changed() {
    var present = new LinkedHashSet<>(changed);
    present.retainAll(runs.keySet());
    return present;
  }

  List<Integer> removed() {
    return List.copyOf(removed);
  }

  /** Goes back to everything that failed or is paused; the reason when there is no such thing. */
  @Nullable String restartFailures() {
    List<Integer> failures =
        runs.values().stream()
            .filter(this::isOriginOfFailure)
            .map(TaskRunRecord::sequence)
            .toList();
    if (failures.isEmpty()) {
      return "The execution has no task run that failed or is paused.";
    }
    for (int failure : failures) {
      TaskRunRecord run = runs.get(failure);
      if (run != null) { // else what it is part of runs again as a whole
        int target = outermostDirectory(run);
        removeFollowers(target); // of a failure that was allowed, or that somebody has made of it
        reopenAround(target);
        restartRun(target);
      }
    }
    return null;
  }

  private boolean isOriginOfFailure(TaskRunRecord run) {
    if (run.status() == TaskRunStatus.PAUSED) {
      return !followsTheEnd(run);
    }
    return run.status() == TaskRunStatus.FAILED
        && position(run).section() == Section.TASKS
        && !isAside(run)
        && childrenOf(run.sequence()).stream()
            .noneMatch(
                child ->
                    child.status() == TaskRunStatus.FAILED
                        && position(child).section() == Section.TASKS);
  }

  private boolean followsTheEnd(TaskRunRecord run) {
    TaskRunRecord top = run;
    for (TaskRunRecord at = run; at != null; at = parent(at)) {
      top = at;
    }
    return position(top).section() == Section.AFTER;
  }

  /** Whether the task run is somewhere below error tasks and the like. */
  private boolean isAside(TaskRunRecord run) {
    for (TaskRunRecord at = run; at != null; at = parent(at)) {
      if (position(at).section() != Section.TASKS) {
        return true;
      }
    }
    return false;
  }

  /** Goes back to one task run; the reason when that cannot be done. */
  @Nullable String restart(int sequence) {
    TaskRunRecord run = runs.get(sequence);
    if (run == null) {
      return "The execution has no such task run, or the revision does not have its task.";
    }
    if (followsTheEnd(run)) {
      return FOLLOWS_THE_END;
    }
    int target = outermostDirectory(run);
    removeFollowers(target);
    reopenAround(target);
    restartRun(target);
    return null;
  }

  /** Takes a task run to have ended otherwise; the reason when that cannot be done. */
  @Nullable String change(int sequence, TaskRunStatus status) {
    TaskRunRecord run = runs.get(sequence);
    if (run == null) {
      return "The execution has no such task run.";
    }
    if (followsTheEnd(run)) {
      return FOLLOWS_THE_END;
    }
    if (!Rewind.isAskable(status)) {
      return "A task run can be given the state of an end, not %s.".formatted(status);
    }
    if (!run.status().isTerminal() && run.status() != TaskRunStatus.PAUSED) {
      return "The task run is %s; only the state of one that has ended or is paused can be changed."
          .formatted(run.status());
    }
    for (TaskRunRecord child : childrenOf(sequence)) {
      if (!child.status().isTerminal()) {
        return "Tasks of '%s' still run.".formatted(run.taskId());
      }
    }
    reopenAround(sequence);
    List<Attempt> attempts = new ArrayList<>(run.attempts());
    if (!attempts.isEmpty()) {
      Attempt last = attempts.removeLast();
      attempts.add(new Attempt(last.history().with(status, now), last.logFile()));
    }
    put(copy(run, status, attempts, run.outputs(), run.items()));
    return null;
  }

  /** Runs anew what another execution waits for: nobody will tell a copy of it. */
  void restartWaiting() {
    for (TaskRunRecord run : List.copyOf(runs.values())) {
      if (run.status().isTerminal() || !runs.containsKey(run.sequence())) {
        continue;
      }
      boolean opened =
          position(run).step() instanceof GroupStep && !childrenOf(run.sequence()).isEmpty();
      if (opened && run.status() != TaskRunStatus.PAUSED) {
        put(copy(run, TaskRunStatus.RUNNING, run.attempts(), run.outputs(), run.items()));
      } else {
        restartRun(run.sequence());
      }
    }
  }

  /** The task run, or the working directory that it is part of. */
  private int outermostDirectory(TaskRunRecord run) {
    int target = run.sequence();
    for (TaskRunRecord at = parent(run); at != null; at = parent(at)) {
      if (position(at).step() instanceof DirectoryStep) {
        target = at.sequence();
      }
    }
    return target;
  }

  private void restartRun(int sequence) {
    childrenOf(sequence).forEach(child -> remove(child.sequence()));
    TaskRunRecord run = runs.get(sequence);
    if (run != null) {
      put(copy(run, TaskRunStatus.RESTARTED, endedAttempts(run), Map.of(), null));
    }
  }

  private List<Attempt> endedAttempts(TaskRunRecord run) {
    List<Attempt> attempts = run.attempts();
    if (attempts.isEmpty() || attempts.getLast().status().isTerminal()) {
      return attempts;
    }
    var ended = new ArrayList<>(attempts);
    Attempt last = ended.removeLast();
    ended.add(new Attempt(last.history().with(TaskRunStatus.RESUBMITTED, now)));
    return List.copyOf(ended);
  }

  /** Opens all groups round a task run again; what they ran after its section goes. */
  private void reopenAround(int sequence) {
    TaskRunRecord inner = runs.get(sequence);
    while (inner != null) {
      Section section = position(inner).section();
      TaskRunRecord outer = parent(inner);
      Integer group = outer == null ? null : outer.sequence();
      for (TaskRunRecord sibling : childrenOf(group)) {
        if (position(sibling).section().compareTo(section) > 0) {
          remove(sibling.sequence());
        }
      }
      if (outer != null && outer.status() != TaskRunStatus.RUNNING) {
        put(copy(outer, TaskRunStatus.RUNNING, outer.attempts(), outer.outputs(), outer.items()));
      }
      inner = outer;
    }
  }

  /** Removes what a task run and the groups round it were followed by. */
  private void removeFollowers(int sequence) {
    for (TaskRunRecord inner = runs.get(sequence); inner != null; inner = parent(inner)) {
      TaskRunRecord run = inner;
      TaskRunRecord outer = parent(run);
      GroupStep group = outer == null ? plan.root() : (GroupStep) position(outer).step();
      List<TaskRunRecord> siblings = childrenOf(outer == null ? null : outer.sequence());
      siblings.stream()
          .filter(sibling -> follows(sibling, run, group))
          .map(TaskRunRecord::sequence)
          .forEach(this::remove);
    }
  }

  private boolean follows(TaskRunRecord sibling, TaskRunRecord run, GroupStep group) {
    StepPosition here = position(run);
    StepPosition there = position(sibling);
    if (sibling.sequence() == run.sequence() || here.section() != there.section()) {
      return false;
    }
    if (here.section() != Section.TASKS) {
      return there.index() > here.index();
    }
    return switch (group) {
      case ParallelStep _ -> false;
      case DagStep dag -> dependsOn(dag, there.index(), here.index());
      case LoopStep loop -> followsInLoop(loop, sibling, run);
      case GroupStep _ -> there.index() > here.index();
    };
  }

  private boolean followsInLoop(LoopStep loop, TaskRunRecord sibling, TaskRunRecord run) {
    int there = Objects.requireNonNullElse(sibling.iteration(), 0);
    int here = Objects.requireNonNullElse(run.iteration(), 0);
    if (loop.order() == LoopOrder.ALL_AT_ONCE) {
      return false;
    }
    return there == here
        ? position(sibling).index() > position(run).index()
        : loop.limit() == 1 && there > here;
  }

  /** Whether a task waits for another one, be it through others. */
  private static boolean dependsOn(DagStep dag, int task, int other) {
    var seen = new BitSet(); // the ways from one task to another can be more than there is time for
    var open = new ArrayDeque<>(List.of(task));
    while (!open.isEmpty()) {
      for (int dependency : dag.dependencies().get(open.remove())) {
        if (dependency == other) {
          return true;
        }
        if (!seen.get(dependency)) {
          seen.set(dependency);
          open.add(dependency);
        }
      }
    }
    return false;
  }

  private void remove(int sequence) {
    if (runs.remove(sequence) != null) {
      removed.add(sequence);
      children.getOrDefault(sequence, List.of()).forEach(this::remove);
    }
  }

  private void put(TaskRunRecord run) {
    runs.put(run.sequence(), run);
    changed.add(run.sequence());
  }

  private @Nullable TaskRunRecord parent(TaskRunRecord run) {
    return run.parent() == null ? null : runs.get(run.parent());
  }

  private List<TaskRunRecord> childrenOf(@Nullable Integer sequence) {
    return children.getOrDefault(sequence, List.of()).stream()
        .map(runs::get)
        .filter(Objects::nonNull)
        .toList();
  }

  private StepPosition position(TaskRunRecord run) {
    return plan.position(run.taskId()).orElseThrow();
  }

  private TaskRunRecord copy(
      TaskRunRecord run,
      TaskRunStatus status,
      List<Attempt> attempts,
      Map<String, @Nullable Object> outputs,
      @Nullable List<?> items) {
    return new TaskRunRecord(
        run.execution(),
        run.sequence(),
        run.id(),
        run.taskId(),
        run.parent(),
        run.value(),
        run.iteration(),
        run.history().with(status, now),
        attempts,
        outputs,
        items);
  }

  /** The same task run as part of another execution. */
  static TaskRunRecord under(ExecutionId execution, TaskRunRecord run) {
    return new TaskRunRecord(
        execution,
        run.sequence(),
        Ids.taskRun(execution, run.sequence()),
        run.taskId(),
        run.parent(),
        run.value(),
        run.iteration(),
        run.history(),
        run.attempts(),
        run.outputs(),
        run.items());
  }
}
