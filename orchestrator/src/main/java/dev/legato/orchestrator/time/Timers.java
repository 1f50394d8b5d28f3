package dev.legato.orchestrator.time;

import dev.legato.model.execution.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * The timers that are set, kept in memory in the order of their instants. The store has them too,
 * so a process that starts loads them again. Safe for use by many threads.
 */
public final class Timers {
  /** The longest wait in one go, so that a clock that was set is noticed. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final PriorityQueue<Timer> queue = new PriorityQueue<>(Comparator.comparing(Timer::due));
  private final Map<Timer.Key, Timer> current = new HashMap<>();

  public Timers(InstantSource clock) {
    this.clock = clock;
  }

  /** Sets a timer; it replaces one with the same key. */
  public synchronized void set(Timer timer) {
    current.put(timer.key(), timer);
    queue.add(timer);
    notifyAll();
  }

  /** Forgets a timer, if it is set. */
  public synchronized void cancel(Timer.Key timer) {
    current.remove(timer);
    if (queue.size() > 2 * current.size() + 1_000) {
      queue.removeIf(queued -> !queued.equals(current.get(queued.key())));
    }
  }

  /** When the next timer is due; empty when none is set. */
  public synchronized Optional<Instant> next() {
    dropReplaced();
    return Optional.ofNullable(queue.peek()).map(Timer::due);
  }

  /** Takes out the timers whose instant has come, earliest first. */
  public synchronized List<Timer> takeDue(Instant now) {
    var due = new ArrayList<Timer>();
    dropReplaced();
    for (Timer timer = queue.peek();
        timer != null && !timer.due().isAfter(now);
        timer = queue.peek()) {
      queue.remove();
      current.remove(timer.key());
      due.add(timer);
      dropReplaced();
    }
    return due;
  }

  /** Hands over timers when their instant comes, until the thread is interrupted. */
  public void run(Consumer<Timer> target) {
    try {
      while (true) {
        awaitDue();
        takeDue(clock.instant()).forEach(target);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void awaitDue() throws InterruptedException {
    while (true) {
      Optional<Instant> next = next();
      if (next.isEmpty()) {
        wait();
        continue;
      }
      Duration left = Duration.between(clock.instant(), next.get());
      if (left.isZero() || left.isNegative()) {
        return;
      }
      Duration pause = left.compareTo(LONGEST_WAIT) < 0 ? left : LONGEST_WAIT;
      wait(Math.max(1, pause.toMillis()));
    }
  }

  private void dropReplaced() {
    for (Timer timer = queue.peek(); timer != null; timer = queue.peek()) {
      if (timer.equals(current.get(timer.key()))) {
        return;
      }
      queue.remove();
    }
  }
}
