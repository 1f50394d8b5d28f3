package dev.legato.orchestrator.call;

/** A call that has not reported yet. */
interface Ongoing {
  /** Begins, on a thread that may wait. */
  void start();

  /** Gives it up; returns at once. */
  void kill(boolean cascade);
}
