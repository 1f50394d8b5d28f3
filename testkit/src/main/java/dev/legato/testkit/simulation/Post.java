package dev.legato.testkit.simulation;

import dev.legato.orchestrator.shard.Request;
import dev.legato.testkit.simulation.ServerProcess.Answer;

/** Takes requests of people to the server and brings the answers back. */
final class Post {
  private static final long SECOND = 1_000_000;

  private final World world;
  private final Site site;

  Post(World world, Site site) {
    this.world = world;
    this.site = site;
  }

  /**
   * Sends a request to whichever process lives.
   *
   * @return false when none does
   */
  boolean send(Request request, Answer answer) {
    ServerProcess process = site.process();
    if (process == null) {
      return false;
    }
    var reply = request.reply();
    if (reply == null || !process.offer(request)) {
      throw new IllegalStateException(
          "Expected a request with an answer to be taken, but it was not");
    }
    var wait =
        new Runnable() {
          @Override
          public void run() {
            if (reply.isDone()) {
              answer.take(reply.isCompletedExceptionally() ? null : reply.join());
            } else if (process != site.process()) {
              answer.take(null);
            } else {
              world.agenda().in(SECOND / 10, this);
            }
          }
        };
    world.agenda().in(SECOND / 100, wait);
    return true;
  }
}
