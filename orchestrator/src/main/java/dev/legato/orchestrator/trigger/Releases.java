package dev.legato.orchestrator.trigger;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.trigger.TriggerId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The executions that triggers wait for. Those that have ended meanwhile are told together. Safe
 * for use by many threads.
 */
final class Releases {
  private static final Logger log = LoggerFactory.getLogger(Releases.class);

  private static final int TOGETHER = 500;

  private final Executor threads;
  private final Consumer<Map<TriggerId, List<Ended>>> target;
  private final Map<ExecutionId, TriggerId> awaited = new ConcurrentHashMap<>();
  private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
  private final Queue<Ended> postponed = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean working = new AtomicBoolean();

  /**
   * An execution that is over.
   *
   * @param trigger that waits for it
   * @param status with which it ended; empty when it was removed
   */
  record Ended(TriggerId trigger, ExecutionId execution, Optional<ExecutionStatus> status) {}

  /**
   * @param target is told of ends by one thread at a time
   */
  Releases(Executor threads, Consumer<Map<TriggerId, List<Ended>>> target) {
    this.threads = threads;
    this.target = target;
  }

  /** From now on the end of the execution counts. */
  void await(ExecutionId execution, TriggerId trigger) {
    awaited.put(execution, trigger);
  }

  /** The execution does not exist after all. */
  void forget(ExecutionId execution) {
    awaited.remove(execution);
  }

  /**
   * An execution has ended; quick.
   *
   * @param status empty when it was removed
   */
  void ended(ExecutionId execution, Optional<ExecutionStatus> status) {
    TriggerId trigger = awaited.remove(execution);
    if (trigger != null) {
      ended.add(new Ended(trigger, execution, status));
      begin();
    }
  }

  /** Tells of these ends once more, after {@link #goOn}. */
  void postpone(List<Ended> ends) {
    postponed.addAll(ends);
  }

  /** Tells of the ends that were postponed. */
  void goOn() {
    for (Ended each = postponed.poll(); each != null; each = postponed.poll()) {
      ended.add(each);
    }
    begin();
  }

  /**
   * Tells of the ends that were postponed, later.
   *
   * @param obstacle returns when there is a point in it
   */
  void goOnAfter(Runnable obstacle) {
    execute(
        () -> {
          obstacle.run();
          goOn();
        });
  }

  private void begin() {
    if (!ended.isEmpty() && working.compareAndSet(false, true)) {
      execute(this::work);
    }
  }

  private void execute(Runnable work) {
    try {
      threads.execute(work);
    } catch (RejectedExecutionException stopping) {
      log.atDebug().log("ends of executions are found in the store at the next start");
    }
  }

  private void work() {
    try {
      for (List<Ended> ends = take(); !ends.isEmpty(); ends = take()) {
        Map<TriggerId, List<Ended>> byTrigger = new LinkedHashMap<>();
        for (Ended each : ends) {
          byTrigger.computeIfAbsent(each.trigger(), _ -> new ArrayList<>()).add(each);
        }
        target.accept(byTrigger);
      }
    } finally {
      working.set(false);
    }
    begin(); // one may have come just before
  }

  private List<Ended> take() {
    var taken = new ArrayList<Ended>();
    while (taken.size() < TOGETHER) {
      Ended next = ended.poll();
      if (next == null) {
        break;
      }
      taken.add(next);
    }
    return taken;
  }
}
