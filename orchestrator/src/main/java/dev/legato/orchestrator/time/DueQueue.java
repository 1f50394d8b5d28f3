package dev.legato.orchestrator.time;

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
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * What has to be looked at when, kept in memory in the order of the instants. The store has it too,
 * so a process that starts loads it again. Safe for use by many threads.
 *
 * @param <K> names what is due; each is due at one instant at most
 */
public final class DueQueue<K> {
  /** The longest wait in one go, so that a clock that was set is noticed. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final InstantSource clock;
  private final PriorityQueue<Entry<K>> queue =
      new PriorityQueue<>(Comparator.comparing(Entry::due));
  private final Map<K, Entry<K>> current = new HashMap<>();

  private record Entry<K>(K key, Instant due) {}

  public DueQueue(InstantSource clock) {
    this.clock = clock;
  }

  /** Sets when something is due; it replaces what was set before. */
  public synchronized void set(K key, Instant due) {
    var entry = new Entry<>(key, due);
    current.put(key, entry);
    queue.add(entry);
    if (entry.equals(queue.peek())) {
      notifyAll(); // whoever waits, waits too long now
    }
  }

  /** Forgets something, if it is set. */
  public synchronized void cancel(K key) {
    current.remove(key);
    if (queue.size() > 2 * current.size() + 1_000) {
      queue.removeIf(queued -> !queued.equals(current.get(queued.key())));
    }
  }

  /** When the next is due; empty when nothing is set. */
  public synchronized Optional<Instant> next() {
    dropReplaced();
    return Optional.ofNullable(queue.peek()).map(Entry::due);
  }

  /** How many are set. */
  public synchronized int size() {
    return current.size();
  }

  /** Takes out those whose instant has come, earliest first. */
  public List<K> takeDue(Instant now) {
    var keys = new ArrayList<K>();
    takeDue(now, (key, _) -> keys.add(key));
    return keys;
  }

  /** Takes out those whose instant has come, earliest first, and hands them over with it. */
  public void takeDue(Instant now, BiConsumer<K, Instant> target) {
    take(now).forEach(entry -> target.accept(entry.key(), entry.due()));
  }

  private synchronized List<Entry<K>> take(Instant now) {
    var due = new ArrayList<Entry<K>>();
    dropReplaced();
    for (Entry<K> entry = queue.peek();
        entry != null && !entry.due().isAfter(now);
        entry = queue.peek()) {
      queue.remove();
      current.remove(entry.key());
      due.add(entry);
      dropReplaced();
    }
    return due;
  }

  /** Hands over those whose instant has come, together, until the thread is interrupted. */
  public void runTogether(Consumer<List<K>> target) {
    try {
      while (true) {
        awaitDue();
        target.accept(takeDue(clock.instant()));
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Hands over each with its instant when that comes, until the thread is interrupted. */
  public void run(BiConsumer<K, Instant> target) {
    try {
      while (true) {
        awaitDue();
        takeDue(clock.instant(), target);
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
    for (Entry<K> entry = queue.peek(); entry != null; entry = queue.peek()) {
      if (entry.equals(current.get(entry.key()))) {
        return;
      }
      queue.remove();
    }
  }
}
