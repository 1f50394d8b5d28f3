package dev.legato.orchestrator.execution;

import dev.legato.model.command.Command;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.orchestrator.Orchestrator;
import dev.legato.orchestrator.execution.ActionOutcome.Done;
import dev.legato.orchestrator.execution.ActionOutcome.NoSuchExecution;
import dev.legato.orchestrator.execution.ActionOutcome.Overloaded;
import dev.legato.orchestrator.execution.ActionOutcome.Refused;
import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.Request.Reply;
import dev.legato.storage.ExecutionStore;
import java.time.Duration;

/** Brings commands of people to the shards and waits for the answers. */
final class Gateway {
  static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Orchestrator orchestrator;
  private final ExecutionStore store;

  Gateway(Orchestrator orchestrator, ExecutionStore store) {
    this.orchestrator = orchestrator;
    this.store = store;
  }

  /** Returns when the effect is durable. */
  ActionOutcome send(Command command) {
    var request = Request.withReply(command, null);
    if (!orchestrator.offer(request)) {
      return new Overloaded(RETRY_AFTER);
    }
    return switch (Replies.await(request)) {
      case Reply.Accepted accepted -> new Done(accepted.execution());
      case Reply.Refused refused ->
          store
              .findRecord(command.execution())
              .map(ExecutionRecord::status)
              .<ActionOutcome>map(
                  status -> new Refused(command.execution(), status, refused.reason()))
              .orElse(new NoSuchExecution(command.execution()));
    };
  }
}
