package dev.legato.orchestrator.execution;

import dev.legato.model.command.Command.ChangeExecutionStatus;
import dev.legato.model.command.Command.ForceRunExecution;
import dev.legato.model.command.Command.PauseExecution;
import dev.legato.model.command.Command.RestartExecution;
import dev.legato.model.command.Command.StartingPoint.TaskRunAs;
import dev.legato.model.command.Command.UnqueueExecution;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.Label;
import dev.legato.orchestrator.execution.Action.ChangeStatus;
import dev.legato.orchestrator.execution.Action.ChangeTaskRun;
import dev.legato.orchestrator.execution.Action.Delete;
import dev.legato.orchestrator.execution.Action.ForceRun;
import dev.legato.orchestrator.execution.Action.Kill;
import dev.legato.orchestrator.execution.Action.Pause;
import dev.legato.orchestrator.execution.Action.Replay;
import dev.legato.orchestrator.execution.Action.Restart;
import dev.legato.orchestrator.execution.Action.Resume;
import dev.legato.orchestrator.execution.Action.ResumeFromBreakpoint;
import dev.legato.orchestrator.execution.Action.SetLabels;
import dev.legato.orchestrator.execution.Action.Unqueue;
import dev.legato.orchestrator.execution.ActionOutcome.NoSuchExecution;
import dev.legato.orchestrator.execution.ActionOutcome.Refused;
import dev.legato.orchestrator.execution.ActionOutcome.Senseless;
import dev.legato.storage.ExecutionStore;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Carries out actions on one execution after the other. */
final class Actions {
  private final ExecutionStore store;
  private final Gateway gateway;
  private final Resumption resumption;
  private final Rerun rerun;
  private final Ending ending;

  Actions(
      ExecutionStore store, Gateway gateway, Resumption resumption, Rerun rerun, Ending ending) {
    this.store = store;
    this.gateway = gateway;
    this.resumption = resumption;
    this.rerun = rerun;
    this.ending = ending;
  }

  ActionOutcome act(ExecutionId id, Action action) {
    Optional<StoredExecution> found = find(id, action);
    if (found.isEmpty()) {
      return new NoSuchExecution(id);
    }
    return check(found.get(), action).orElseGet(() -> carryOut(found.get(), action));
  }

  /** Why the action cannot be done; empty when it can, as things stand. */
  Optional<ActionOutcome> check(ExecutionId id, Action action) {
    return find(id, action)
        .map(found -> check(found, action))
        .orElseGet(() -> Optional.of(new NoSuchExecution(id)));
  }

  private Optional<ActionOutcome> check(StoredExecution found, Action action) {
    Optional<String> nonsense = Legality.nonsense(action);
    if (nonsense.isPresent()) {
      return Optional.of(new Senseless(nonsense.get()));
    }
    ExecutionRecord execution = found.execution();
    return Legality.refusal(action, found)
        .filter(_ -> !concernsOthers(execution, action))
        .map(reason -> new Refused(execution.id(), execution.status(), reason));
  }

  /**
   * An execution that has ended may have started others that go on; a kill can be meant for them.
   */
  private boolean concernsOthers(ExecutionRecord execution, Action action) {
    return action instanceof Kill(boolean cascade)
        && cascade
        && ending.hasLiveBelow(execution.id());
  }

  private ActionOutcome carryOut(StoredExecution found, Action action) {
    ExecutionRecord execution = found.execution();
    ExecutionId id = execution.id();
    return switch (action) {
      case Pause _ -> gateway.send(new PauseExecution(id));
      case Resume resume -> resumption.resume(found, resume);
      case ResumeFromBreakpoint resume ->
          gateway.send(
              new dev.legato.model.command.Command.ResumeFromBreakpoint(id, resume.breakpoints()));
      case Restart restart -> rerun.restart(found, restart);
      case Replay replay -> rerun.replay(found, replay);
      case ChangeTaskRun change -> changeTaskRun(found, change);
      case ChangeStatus change -> gateway.send(new ChangeExecutionStatus(id, change.status()));
      case SetLabels set -> gateway.send(labelled(execution, set));
      case ForceRun _ -> gateway.send(new ForceRunExecution(id));
      case Unqueue unqueue -> gateway.send(new UnqueueExecution(id, unqueue.status()));
      case Kill kill -> ending.kill(execution, kill.cascade());
      case Delete delete -> ending.delete(execution, delete);
    };
  }

  private ActionOutcome changeTaskRun(StoredExecution found, ChangeTaskRun change) {
    return TaskRuns.withId(
        found,
        change.taskRunId(),
        run ->
            gateway.send(
                new RestartExecution(
                    found.execution().id(), new TaskRunAs(run.sequence(), change.status()))));
  }

  private static dev.legato.model.command.Command.SetLabels labelled(
      ExecutionRecord execution, SetLabels set) {
    Map<String, Label> byKey = new LinkedHashMap<>();
    execution.labels().forEach(label -> byKey.putIfAbsent(label.key(), label));
    set.labels().forEach(label -> byKey.put(label.key(), label));
    return new dev.legato.model.command.Command.SetLabels(
        execution.id(), List.copyOf(byKey.values()));
  }

  /** An execution may have a million task runs: they are read for those who look at them. */
  private Optional<StoredExecution> find(ExecutionId id, Action action) {
    return switch (action) {
      case Resume _, Restart _, Replay _, ChangeTaskRun _ -> store.find(id);
      case Pause _,
          ResumeFromBreakpoint _,
          ChangeStatus _,
          SetLabels _,
          ForceRun _,
          Unqueue _,
          Kill _,
          Delete _ ->
          store.findRecord(id).map(record -> new StoredExecution(record, List.of()));
    };
  }
}
