package dev.legato.worker;

import java.time.Duration;

/** Wakes others when their time has come. */
interface Deadlines extends AutoCloseable {
  /**
   * Runs the action once after the delay, unless it is cancelled before.
   *
   * @param action short, must not block
   */
  Cancellation after(Duration delay, Runnable action);

  /** Forgets all actions that have not run. */
  @Override
  void close();

  /** Takes an action back; without effect once it has run. */
  @FunctionalInterface
  interface Cancellation {
    /** For what was never asked for. */
    Cancellation NONE = () -> {};

    void cancel();
  }
}
