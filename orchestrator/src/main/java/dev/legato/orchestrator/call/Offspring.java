package dev.legato.orchestrator.call;

import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.Job;
import dev.legato.orchestrator.Orchestrator;
import dev.legato.orchestrator.execution.Children;
import dev.legato.orchestrator.shard.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The live executions of calls as the store knows them, and so also those that were started before
 * a crash. Methods read the store and are for threads that may wait.
 */
final class Offspring {
  private final Orchestrator orchestrator;
  private final Children children;
  private final Waits waits;

  Offspring(CallPorts ports, Waits waits) {
    this.orchestrator = ports.orchestrator();
    this.children = new Children(ports.executions());
    this.waits = waits;
  }

  /** Asks them to stop, with those that they have started. */
  void kill(Job.Key call) {
    kill(live(call));
  }

  /** Asks them to stop; completes once they have ended. */
  CompletableFuture<Void> killAndAwait(Job.Key call) {
    List<ExecutionId> live = live(call);
    kill(live);
    return ends(live);
  }

  /** Completes once those that live now have ended. */
  CompletableFuture<Void> ends(Job.Key call) {
    return ends(live(call));
  }

  private CompletableFuture<Void> ends(List<ExecutionId> live) {
    return CompletableFuture.allOf(live.stream().map(waits::end).toArray(CompletableFuture[]::new));
  }

  private void kill(List<ExecutionId> live) {
    live.forEach(child -> orchestrator.submit(Request.of(new KillExecution(child, true))));
  }

  private List<ExecutionId> live(Job.Key call) {
    var live = new ArrayList<ExecutionId>();
    children.forEachLive(
        call.execution(),
        child -> {
          if (belongsTo(child.caller(), call)) {
            live.add(child.id());
          }
        });
    return live;
  }

  private static boolean belongsTo(@Nullable Caller caller, Job.Key call) {
    return caller != null
        && caller.execution().equals(call.execution())
        && caller.taskRun() == call.taskRun();
  }
}
