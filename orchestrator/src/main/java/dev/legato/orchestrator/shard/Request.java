package dev.legato.orchestrator.shard;

import dev.legato.model.command.Command;
import dev.legato.model.command.Command.CreateExecution;
import dev.legato.model.command.Command.KillExecution;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.storage.CommitBatch.RequestKey;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way to a shard.
 *
 * @param key stored with the command's effect, so that the client may ask again
 * @param reply completed once the answer is durable; completes exceptionally when nothing was
 *     stored
 */
public record Request(
    Command command, @Nullable RequestKey key, @Nullable CompletableFuture<Reply> reply) {
  /** A command that nobody waits for. */
  public static Request of(Command command) {
    return new Request(command, null, null);
  }

  /** A command whose answer somebody waits for. */
  public static Request withReply(Command command, @Nullable RequestKey key) {
    return new Request(command, key, new CompletableFuture<>());
  }

  /** Whether the caller is told when nothing was stored, and can ask again. */
  boolean belongsToCaller() {
    return reply != null || command instanceof CreateExecution || command instanceof KillExecution;
  }

  void fail(Throwable cause) {
    if (reply != null) {
      reply.completeExceptionally(cause);
    }
  }

  /** What became of a command. */
  public sealed interface Reply {
    /** The command was carried out; the execution as it is then. */
    record Accepted(ExecutionRecord execution) implements Reply {}

    /** The command changed nothing. */
    record Refused(String reason) implements Reply {}
  }
}
