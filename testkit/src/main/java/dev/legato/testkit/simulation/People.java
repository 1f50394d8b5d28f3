package dev.legato.testkit.simulation;

import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.plan.Agreement;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step.ExitStep;
import java.util.HashSet;
import java.util.Set;

/** What people have asked for so far, whether it was carried out or not. */
final class People {
  private final World world;
  private final Set<ExecutionId> killed = new HashSet<>();
  private final Set<ExecutionId> killedAlone = new HashSet<>();
  private final Set<ExecutionId> corrected = new HashSet<>();
  private final Set<ExecutionId> correctedInside = new HashSet<>();
  private final Set<ExecutionId> takenBack = new HashSet<>();
  private final Set<ExecutionId> insisted = new HashSet<>();

  People(World world) {
    this.world = world;
  }

  void kill(ExecutionId execution, boolean cascade) {
    (cascade ? killed : killedAlone).add(execution);
  }

  /** Somebody takes the end of an execution for another one. */
  void correct(ExecutionId execution) {
    corrected.add(execution);
  }

  boolean corrected(ExecutionId execution) {
    return corrected.contains(execution);
  }

  /** Somebody takes the end of one of its task runs for another one. */
  void correctInside(ExecutionId execution) {
    correctedInside.add(execution);
  }

  boolean correctedInside(ExecutionRecord execution) {
    ExecutionId source = execution.parentId();
    return correctedInside.contains(execution.id())
        || (source != null && correctedInside.contains(source));
  }

  /** Somebody takes an execution back to an earlier point. */
  void takeBack(ExecutionId execution) {
    takenBack.add(execution);
  }

  boolean wantBack(ExecutionId execution) {
    return takenBack.contains(execution) || correctedInside.contains(execution);
  }

  /** Somebody starts an execution whether there is a place or not. */
  void insist(ExecutionId execution) {
    insisted.add(execution);
  }

  Set<ExecutionId> insisted() {
    return insisted;
  }

  /** Whether the executions that it started may outlive it. */
  boolean leaveChildrenAlone(ExecutionRecord execution) {
    return killedAlone.contains(execution.id())
        || execution.verdict() != null
        || endsByItself(execution);
  }

  /** Whether it may have been settled how the execution ends before its tasks did. */
  boolean settledBeforehand(ExecutionRecord execution) {
    boolean hasForgotten = !plan(execution).rules().after().isEmpty(); // after its end, it does
    return execution.verdict() != null
        || execution.status() == ExecutionStatus.RETRIED
        || (hasForgotten
            && (endsByItself(execution) || execution.status() == ExecutionStatus.CANCELLED));
  }

  private Plan plan(ExecutionRecord execution) {
    return world.plan(execution.flow(), execution.revision());
  }

  /** Whether something could have made it stop. */
  boolean wantToStop(ExecutionRecord execution) {
    ExecutionId id = execution.id();
    return killed.contains(id)
        || killedAlone.contains(id)
        || endsByItself(execution)
        || predecessorWasToStop(execution)
        || callerWantsItToStop(execution);
  }

  private boolean endsByItself(ExecutionRecord execution) {
    Plan plan = plan(execution);
    boolean exits =
        plan.positions().values().stream().anyMatch(it -> it.step() instanceof ExitStep);
    boolean agrees =
        plan.rules().agreements().stream().anyMatch(it -> it.behavior() != Agreement.Behavior.NONE);
    return exits || agrees;
  }

  private boolean callerWantsItToStop(ExecutionRecord execution) {
    Caller caller = execution.caller();
    if (caller == null) {
      return false;
    }
    DurableExecution calling = world.image().find(caller.execution()).orElse(null);
    return calling == null
        || Epochs.wentBack(calling.execution())
        || killed.contains(calling.execution().id())
        || callerWantsItToStop(calling.execution());
  }

  /** Whether somebody has killed the execution that it takes the place of, or changed its end. */
  private boolean predecessorWasToStop(ExecutionRecord execution) {
    DurableExecution before =
        execution.parentId() == null ? null : world.image().find(execution.parentId()).orElse(null);
    return before != null
        && !Epochs.isCopy(execution)
        && (corrected(before.execution().id()) || wantToStop(before.execution()));
  }
}
