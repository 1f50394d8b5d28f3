package dev.legato.orchestrator.execution;

import dev.legato.orchestrator.shard.Request;
import dev.legato.orchestrator.shard.Request.Reply;
import dev.legato.storage.StorageException;
import java.util.concurrent.CompletionException;

/** Waits for answers of shards. */
final class Replies {
  private Replies() {}

  /**
   * The answer, once it is durable.
   *
   * @throws StorageException when nothing was stored
   */
  static Reply await(Request request) {
    if (request.reply() == null) {
      throw new IllegalArgumentException("Expected a request with a reply, but it has none");
    }
    try {
      return request.reply().join();
    } catch (CompletionException failed) {
      throw new StorageException("The request could not be stored; try again", failed);
    }
  }
}
