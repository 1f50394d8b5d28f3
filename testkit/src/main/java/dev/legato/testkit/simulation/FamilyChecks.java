package dev.legato.testkit.simulation;

import static dev.legato.testkit.simulation.InvariantViolation.require;

import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.plan.Step.CallStep;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What must hold between executions that come from each other. */
final class FamilyChecks {
  /** How long a kill may take while everything fails. */
  private static final Duration TIME_TO_KILL = Duration.ofSeconds(30);

  private final World world;
  private final Map<ExecutionId, List<ExecutionId>> children = new HashMap<>();
  private final Set<Caller> born = new HashSet<>();
  private final Set<Successor> successors = new HashSet<>();
  private final Set<ExecutionId> unwanted = new HashSet<>();

  /** The execution that tries again, once more, in place of another one. */
  private record Successor(ExecutionId of, int attempt) {}

  FamilyChecks(World world) {
    this.world = world;
  }

  /** An execution is durable for the first time. */
  void born(ExecutionRecord child) {
    ExecutionId parent = child.parentId();
    if (parent != null && child.attemptNumber() > 1 && !Epochs.isCopy(child)) {
      world.tally().see(Sight.NEW_EXECUTION);
      require(
          successors.add(new Successor(parent, child.attemptNumber())),
          "%s is tried again in a second new execution: %s",
          parent,
          child);
      checkCallerWaits(child);
      noteUnwanted(parent, child);
      return;
    }
    Caller caller = child.caller();
    if (caller != null) {
      world.tally().see(Sight.CHILD);
      require(born.add(caller), "%s is started a second time: %s", caller, child);
    }
  }

  private void noteUnwanted(ExecutionId parent, ExecutionRecord child) {
    world
        .image()
        .find(parent)
        .filter(it -> Epochs.wasGivenUpInVain(it.execution()))
        .ifPresent(
            _ -> {
              world.tally().see(Sight.UNWANTED_SUCCESSOR);
              unwanted.add(child.id());
            });
  }

  /** Whoever has called an execution waits for those that try again in its place. */
  private void checkCallerWaits(ExecutionRecord child) {
    Caller caller = child.caller();
    if (caller == null) {
      return;
    }
    DurableExecution calling = world.image().find(caller.execution()).orElse(null);
    TaskRunRecord row = calling == null ? null : calling.find(caller.taskRun());
    if (calling == null || row == null) {
      return;
    }
    boolean waited =
        row.attempts().size() - 1 == caller.attempt()
            && calling.position(row).step() instanceof CallStep call
            && SimulatedCalls.waits(call);
    require(
        !waited
            || !row.status().isTerminal()
            || Epochs.wentBack(calling.execution())
            || wasChanged(child)
            || world.people().leaveChildrenAlone(calling.execution())
            || world.people().correctedInside(calling.execution()),
        "%s has ended, but what it called is tried again: %s",
        row,
        child);
  }

  /** Whether somebody has changed the end of one of those that it tries again for. */
  private boolean wasChanged(ExecutionRecord child) {
    ExecutionId before = child.parentId();
    while (before != null) {
      if (world.people().wantBack(before) || world.people().corrected(before)) {
        return true;
      }
      before = world.image().find(before).map(DurableExecution::execution).orElse(child).parentId();
      if (Objects.equals(before, child.parentId())) {
        return false;
      }
    }
    return false;
  }

  /** Takes note whose child an execution is. */
  void note(ExecutionRecord child) {
    Caller caller = child.caller();
    if (caller != null) {
      children.computeIfAbsent(caller.execution(), _ -> new ArrayList<>()).add(child.id());
    }
  }

  List<ExecutionId> childrenOf(ExecutionId execution) {
    return children.getOrDefault(execution, List.of());
  }

  /** An execution that was given up for a new one is followed by it. */
  void checkTriedAgain(ExecutionRecord execution) {
    var successor = new Successor(execution.id(), execution.attemptNumber() + 1);
    require(successors.contains(successor), "%s was never tried again", execution);
  }

  /** An execution that was to try again although somebody had changed the end before is killed. */
  void checkUnwanted(ExecutionRecord execution) {
    require(
        !unwanted.contains(execution.id())
            || Epochs.wasKilled(execution)
            || execution.history().span().compareTo(TIME_TO_KILL) < 0
            || world.people().wantBack(execution.id()),
        "%s tries again, but the end that it was to mend was changed before",
        execution);
  }

  /** A call that has ended leaves no execution behind that it was to wait for. */
  void check(DurableExecution caller, ExecutionChange change) {
    if (world.people().leaveChildrenAlone(caller.execution())) {
      return;
    }
    for (TaskRunRecord row : change.taskRuns()) {
      boolean waited =
          caller.position(row).step() instanceof CallStep call
              && SimulatedCalls.waits(call)
              && row.status().isTerminal();
      if (waited && !world.people().correctedInside(caller.execution())) {
        checkEnded(row);
      }
    }
  }

  private void checkEnded(TaskRunRecord row) {
    for (ExecutionId id : childrenOf(row.execution())) {
      DurableExecution child = world.image().find(id).orElse(null);
      Caller caller = child == null ? null : child.execution().caller();
      boolean latest =
          caller != null
              && caller.taskRun() == row.sequence()
              && caller.attempt() == row.attempts().size() - 1;
      require(
          child == null
              || !latest
              || child.execution().status().isTerminal()
              || Epochs.wentBack(child.execution()),
          "%s has ended, but not the execution that it called: %s",
          row,
          child == null ? id : child.execution());
    }
  }
}
