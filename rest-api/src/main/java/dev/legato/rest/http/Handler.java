package dev.legato.rest.http;

/** Answers the requests of one route. Runs on a virtual thread and may block. */
@FunctionalInterface
public interface Handler {
  /**
   * Answers a request.
   *
   * @throws Problem for everything that the client has to be told about
   */
  Answer handle(Call call) throws Exception;
}
