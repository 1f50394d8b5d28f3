package dev.legato.plugin;

import java.time.Duration;
import java.util.Map;

/** What a running task may use. Safe to use from any thread of the task. */
public interface TaskContext {
  /** The task's log, kept with the execution and shown live. */
  TaskLog log();

  /**
   * Adds to a count that is kept with the task run.
   *
   * @param tags at most a few, with few different values
   */
  void count(String name, double amount, Map<String, String> tags);

  /** Records how long something took, kept with the task run. */
  void time(String name, Duration duration, Map<String, String> tags);

  /** Waits; the only way for a task to do so. */
  void sleep(Duration duration) throws InterruptedException;
}
