package dev.legato.orchestrator.execution;

import dev.legato.model.command.Command.RemoveExecution;
import dev.legato.model.execution.ExecutionId;
import dev.legato.orchestrator.Orchestrator;
import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.Request.Reply;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Removal;
import java.util.ArrayList;
import java.util.List;

/**
 * Removes executions that are over. A large one takes many transactions; while its rows go, its
 * shard carries out no command to it, so that whoever restarts it finds all of it or nothing.
 */
public final class Removals {
  private final Orchestrator orchestrator;
  private final ExecutionStore store;

  public Removals(Orchestrator orchestrator, ExecutionStore store) {
    this.orchestrator = orchestrator;
    this.store = store;
  }

  /** Removes what belongs to these executions; those that are not over stay as they are. */
  public Removal.Count remove(List<ExecutionId> executions, Removal removal) {
    if (!removal.executions()) {
      return store.remove(executions, removal); // the rows stay
    }
    var wishes = new ArrayList<Request>(executions.size());
    for (ExecutionId execution : executions) {
      var wish = Request.withReply(new RemoveExecution(execution), null);
      orchestrator.submit(wish);
      wishes.add(wish);
    }
    var granted = new ArrayList<ExecutionId>(executions.size());
    try {
      for (Request wish : wishes) {
        if (Replies.await(wish) instanceof Reply.Accepted) {
          granted.add(wish.command().execution());
        }
      }
      return store.remove(granted, removal);
    } finally {
      executions.forEach(orchestrator::removed);
    }
  }
}
