package dev.legato.rest.execution;

import dev.legato.orchestrator.execution.Action;
import dev.legato.rest.http.Call;
import java.io.IOException;
import java.util.Locale;

/**
 * Something that clients can do to executions.
 *
 * @param name in the path
 * @param one what it does, to follow the name of the route
 * @param many what it does to several executions
 * @param reading of a request for one execution
 * @param readingMany of a request for several executions
 * @param refusal the status of the answer when the execution is not in a state for it
 */
record Operation(
    String name, String one, String many, Reading reading, Reading readingMany, int refusal) {
  /** Takes what is to be done out of a request. */
  @FunctionalInterface
  interface Reading {
    Action of(Call call) throws IOException;
  }

  /** An operation that is read in one way, however many executions it is for. */
  static Operation of(String name, String one, String many, Reading reading) {
    return new Operation(name, one, many, reading, reading, 409);
  }

  /** The name in words. */
  String words() {
    return name.replace('-', ' ').toLowerCase(Locale.ROOT);
  }
}
