package dev.legato.orchestrator.execution;

import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.orchestrator.Orchestrator;
import dev.legato.orchestrator.execution.Action.Delete;
import dev.legato.orchestrator.execution.ActionOutcome.Done;
import dev.legato.orchestrator.execution.ActionOutcome.NoSuchExecution;
import dev.legato.orchestrator.execution.ActionOutcome.Refused;
import dev.legato.orchestrator.execution.ActionOutcome.Removed;
import dev.legato.orchestrator.shard.Request;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Removal;
import dev.legato.storage.file.FileLayout;
import dev.legato.storage.file.FileStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Stops executions and removes them. */
final class Ending {
  /** How long a task may take to stop before the removal of its execution is given up. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final int FILES_AT_ONCE = 1_000;

  private final ExecutionStore store;
  private final FileStore files;
  private final Orchestrator orchestrator;
  private final Gateway gateway;
  private final Children children;
  private final Removals removals;

  Ending(Executions.Stores stores, Orchestrator orchestrator, Gateway gateway) {
    this.store = stores.executions();
    this.files = stores.files();
    this.orchestrator = orchestrator;
    this.gateway = gateway;
    this.children = new Children(store);
    this.removals = new Removals(orchestrator, store);
  }

  /**
   * Returns when it is durable that the execution is to stop; it has ended once all its tasks have.
   */
  ActionOutcome kill(ExecutionRecord execution, boolean cascade) {
    ActionOutcome outcome =
        execution.over() && !execution.awaitsSuccessor()
            ? new Done(execution)
            : gateway.send(new KillExecution(execution.id(), cascade));
    if (cascade && (outcome instanceof Done || outcome instanceof Refused)) {
      // also those that nobody waits for, and those of an execution that has ended
      children.forEachLiveBelow(
          execution.id(), child -> orchestrator.submit(Request.of(new KillExecution(child, true))));
    }
    return outcome;
  }

  /** Whether something goes on that the execution has started. */
  boolean hasLiveBelow(ExecutionId id) {
    var found = new boolean[1];
    children.forEachLive(id, _ -> found[0] = true);
    return found[0];
  }

  ActionOutcome delete(ExecutionRecord found, Delete delete) {
    ExecutionId id = found.id();
    if (!found.over()) {
      ActionOutcome killed = gateway.send(new KillExecution(id, false));
      if (killed instanceof ActionOutcome.Overloaded) {
        return killed;
      }
      awaitOver(id);
    }
    Optional<ExecutionRecord> execution = store.findRecord(id);
    if (execution.isEmpty()) {
      return new NoSuchExecution(id);
    }
    if (!execution.get().over()) {
      return new Refused(
          id,
          execution.get().status(),
          "Execution '%s' is %s and some of its tasks still run: delete it once they have ended."
              .formatted(id, execution.get().status()));
    }
    if (delete.files()) { // first, because without the execution nobody knows of them
      deleteFiles(execution.get());
    }
    var removal = new Removal(true, delete.logs(), delete.metrics());
    boolean removed = removals.remove(List.of(id), removal).executions() > 0;
    return removed ? new Removed(id) : new NoSuchExecution(id);
  }

  private void awaitOver(ExecutionId id) {
    var end = orchestrator.ends().over(id);
    try {
      end.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Expected to hear of the end of an execution", e);
    } catch (TimeoutException stillRunning) {
      end.cancel(false); // what runs on is told to whoever wants to delete it
    }
  }

  private void deleteFiles(ExecutionRecord execution) {
    var folder = FileLayout.execution(execution.flow(), execution.id());
    int deleted;
    do {
      deleted = files.deleteBelow(folder, FILES_AT_ONCE);
    } while (deleted == FILES_AT_ONCE);
  }
}
