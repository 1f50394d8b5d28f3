package dev.legato.orchestrator.shard;

import dev.legato.engine.ExecutionState;
import dev.legato.model.command.Command;
import dev.legato.model.command.Command.AdmitExecution;
import dev.legato.model.command.Command.ChangeExecutionStatus;
import dev.legato.model.command.Command.CompleteAttempt;
import dev.legato.model.command.Command.ConfirmNewExecution;
import dev.legato.model.command.Command.ContinueExecution;
import dev.legato.model.command.Command.CopyExecution;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.FireTimer;
import dev.legato.model.command.Command.ForceRunExecution;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.command.Command.PauseExecution;
import dev.legato.model.command.Command.ProvideAnswer;
import dev.legato.model.command.Command.RecoverExecution;
import dev.legato.model.command.Command.RemoveExecution;
import dev.legato.model.command.Command.ReportProgress;
import dev.legato.model.command.Command.RestartExecution;
import dev.legato.model.command.Command.ResumeExecution;
import dev.legato.model.command.Command.ResumeFromBreakpoint;
import dev.legato.model.command.Command.SetLabels;
import dev.legato.model.command.Command.UnqueueExecution;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.TemplateId;
import dev.legato.model.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The executions that a shard has in memory. What is not there is durable to its last change, and
 * read from the store when it is asked for.
 */
final class HotExecutions {
  private final Shard.Ports ports;
  private final SteadyClock clock;
  private final Map<ExecutionId, ExecutionState> hot = new HashMap<>();
  private final Queue<ExecutionState> over = new ConcurrentLinkedQueue<>();

  HotExecutions(Shard.Ports ports, SteadyClock clock) {
    this.ports = ports;
    this.clock = clock;
  }

  /** The state in memory that a command must not be decided on, because it is to be read anew. */
  @Nullable ExecutionState outdatedFor(Command command) {
    ExecutionState known = hot.get(command.execution());
    return known != null && needsRows(known, command) ? known : null;
  }

  /** What the command is decided on; empty when there is no such execution. */
  Optional<ExecutionState> find(Command command) {
    ExecutionState known = hot.get(command.execution());
    if (known != null && !needsRows(known, command)) {
      return Optional.of(known);
    }
    if (command instanceof CreateExecution create) {
      return Optional.of(existing(create).orElseGet(() -> empty(create)));
    }
    if (command instanceof CopyExecution copy) {
      return Optional.of(empty(copy));
    }
    return ports.store().find(command.execution()).map(this::restore);
  }

  /** The execution without its task runs, as it is now. */
  Optional<ExecutionRecord> record(ExecutionId execution) {
    ExecutionState known = hot.get(execution);
    return known == null ? ports.store().findRecord(execution) : Optional.of(known.header());
  }

  void keep(ExecutionState state) {
    hot.put(state.id(), state);
  }

  /** Executions in which nothing happens any more, once that is durable. From any thread. */
  void areOver(List<ExecutionState> states) {
    over.addAll(states);
  }

  void forgetOver() {
    for (ExecutionState state = over.poll(); state != null; state = over.poll()) {
      hot.remove(state.id(), state);
    }
  }

  void forgetAll() {
    hot.clear();
    over.clear();
  }

  /** The ids of most executions are new; that of one that follows from another may be there. */
  private Optional<ExecutionState> existing(CreateExecution create) {
    boolean follows = create.caller() != null || create.lineage() != null;
    return follows ? ports.store().find(create.execution()).map(this::restore) : Optional.empty();
  }

  private ExecutionState empty(CreateExecution create) {
    try {
      return new ExecutionState(ports.plans().plan(create.flow(), create.revision()));
    } catch (UnusablePlanException unusable) {
      if (create.failure() == null) {
        throw unusable;
      }
      return new ExecutionState(Plan.ofNothing(create.flow(), create.revision()));
    }
  }

  private ExecutionState empty(CopyExecution copy) {
    passBy(copy.source());
    ExecutionRecord source = copy.source().execution();
    Map<TemplateId, Integer> templates = new HashMap<>(source.templates());
    templates.values().removeIf(revision -> revision == 0); // it may exist by now
    return new ExecutionState(ports.plans().plan(source.flow(), copy.revision(), templates));
  }

  private ExecutionState restore(StoredExecution stored) {
    passBy(stored);
    return ExecutionState.restore(plan(stored), stored);
  }

  private Plan plan(StoredExecution stored) {
    ExecutionRecord header = stored.execution();
    try {
      return ports.plans().plan(header);
    } catch (UnusablePlanException unusable) {
      if (!header.over() || !stored.taskRuns().isEmpty()) {
        throw unusable;
      }
      return Plan.ofNothing(header.flow(), header.revision());
    }
  }

  /** Sees to it that what is decided next comes after all that is stored. */
  private void passBy(StoredExecution stored) {
    clock.passBy(stored.execution().history().last());
    stored.taskRuns().forEach(taskRun -> clock.passBy(taskRun.history().last()));
  }

  /**
   * Whether a command is decided on the rows: a restart because it needs all that ever happened,
   * which is not kept in memory; what changes an ended execution because that may be forgotten at
   * any time.
   */
  private static boolean needsRows(ExecutionState known, Command command) {
    return switch (command) {
      case RestartExecution _ -> true;
      case ChangeExecutionStatus _, SetLabels _, KillExecution _, ConfirmNewExecution _ ->
          known.header().over();
      case CreateExecution _,
          CopyExecution _,
          CompleteAttempt _,
          ReportProgress _,
          PauseExecution _,
          ResumeFromBreakpoint _,
          ResumeExecution _,
          ForceRunExecution _,
          UnqueueExecution _,
          AdmitExecution _,
          FireTimer _,
          ContinueExecution _,
          ProvideAnswer _,
          RecoverExecution _,
          RemoveExecution _ ->
          false;
    };
  }
}
