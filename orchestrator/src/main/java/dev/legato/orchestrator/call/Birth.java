package dev.legato.orchestrator.call;

import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.command.Command.RestartExecution;
import dev.legato.model.command.Command.StartingPoint.Failures;
import dev.legato.model.execution.ExecutionId;
import dev.legato.orchestrator.Orchestrator;
import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.Request.Reply;
import dev.legato.storage.CommitBatch.RequestKey;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.StorageException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletionException;

/**
 * Brings executions to life whose ids follow from what they are for: as often as it is asked, but
 * once in effect, even if the process died in between.
 */
final class Birth {
  /** How many commits may fail before it is given up. */
  private static final int TRIES = 10;

  private final Orchestrator orchestrator;
  private final ExecutionStore store;
  private final InstantSource clock;

  Birth(CallPorts ports) {
    this.orchestrator = ports.orchestrator();
    this.store = ports.executions();
    this.clock = ports.clock();
  }

  /**
   * Creates the execution unless it exists. Returns when it does.
   *
   * @throws CallFailure when it can never exist
   */
  void create(CreateExecution command) throws CallFailure {
    ExecutionId id = command.execution();
    for (int i = 0; i < TRIES; i++) {
      Optional<Reply> reply = send(Request.withReply(command, null)); // refused if it exists
      if (reply.isPresent()) {
        if (reply.get() instanceof Reply.Refused refused && store.findRecord(id).isEmpty()) {
          throw new CallFailure(refused.reason());
        }
        return;
      }
    }
    throw new StorageException("Execution %s could not be stored".formatted(id));
  }

  /**
   * Restarts an execution that has failed, once for each key.
   *
   * @return false when it cannot be restarted
   */
  boolean restart(ExecutionId execution, String key) {
    for (int i = 0; i < TRIES; i++) {
      if (wasRestarted(key)) {
        return true;
      }
      var requestKey = new RequestKey(key, "", execution, clock.instant());
      var command = new RestartExecution(execution, new Failures());
      Optional<Reply> reply = send(Request.withReply(command, requestKey));
      if (reply.isPresent()) {
        return reply.get() instanceof Reply.Accepted || wasRestarted(key);
      }
    }
    throw new StorageException("Execution %s could not be restarted".formatted(execution));
  }

  /** Has an execution stopped. Returns when it is durable that it is to stop, or has ended. */
  void kill(ExecutionId execution) {
    for (int i = 0; i < TRIES; i++) {
      if (send(Request.withReply(new KillExecution(execution, true), null)).isPresent()) {
        return;
      }
    }
    throw new StorageException("Execution %s could not be killed".formatted(execution));
  }

  boolean wasRestarted(String key) {
    return store.findRequest(key).isPresent();
  }

  /** Empty when nothing was stored and it is worth trying again. */
  private Optional<Reply> send(Request request) {
    orchestrator.submit(request);
    if (request.reply() == null) {
      throw new IllegalArgumentException("Expected a request with a reply, but it has none");
    }
    try {
      return Optional.of(request.reply().join());
    } catch (CompletionException notStored) {
      return Optional.empty();
    }
  }
}
