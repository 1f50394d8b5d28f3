package dev.legato.worker;

import dev.legato.model.execution.AttemptResult;
import dev.legato.model.execution.Job;

/** Hears how attempts ended. */
@FunctionalInterface
public interface AttemptListener {
  /**
   * Called once for each attempt, on a thread of the worker, after its log has been handed over.
   */
  void ended(Job.Key attempt, AttemptResult result);
}
