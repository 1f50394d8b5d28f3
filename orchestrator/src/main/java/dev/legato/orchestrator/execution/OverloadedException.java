package dev.legato.orchestrator.execution;

import java.time.Duration;

/** Too much waits already; nothing was stored, and it is worth trying again later. */
public final class OverloadedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public OverloadedException(Duration retryAfter) {
    super("Too many requests wait to be handled");
    this.retryAfter = retryAfter;
  }

  public Duration retryAfter() {
    return retryAfter;
  }
}
