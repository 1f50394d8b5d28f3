package dev.legato.orchestrator.shard;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Commands that wait for their shard, first come, first served. New work from outside is bounded;
 * reports about work that was accepted are not, because they bound themselves.
 */
final class Inbox {
  private final ConcurrentLinkedDeque<Request> requests = new ConcurrentLinkedDeque<>();
  private final AtomicInteger size = new AtomicInteger();
  private final Semaphore signal = new Semaphore(0);
  private final int capacity;

  Inbox(int capacity) {
    this.capacity = capacity;
  }

  /** Adds a request from outside; false when too much waits already. */
  boolean offer(Request request) {
    if (size.get() >= capacity) {
      return false;
    }
    add(request);
    return true;
  }

  /** Adds a request that must not be lost. */
  void add(Request request) {
    size.incrementAndGet();
    requests.add(request);
    wake();
  }

  /** Puts requests back in front, in their order. */
  void addFirst(List<Request> returned) {
    size.addAndGet(returned.size());
    returned.reversed().forEach(requests::addFirst);
    wake();
  }

  /** Takes out requests that nobody needs any more. */
  void removeIf(Predicate<Request> condition) {
    requests.removeIf(
        request -> {
          boolean removed = condition.test(request);
          if (removed) {
            size.decrementAndGet();
          }
          return removed;
        });
  }

  /** The next request, null when none waits. */
  @Nullable Request poll() {
    Request next = requests.poll();
    if (next != null) {
      size.decrementAndGet();
    }
    return next;
  }

  /** What waits now, next one first. */
  List<Request> waiting() {
    return List.copyOf(requests);
  }

  int size() {
    return size.get();
  }

  /** Ends a wait although no request has come. */
  void wake() {
    signal.release();
  }

  /** Waits until a request has come or somebody wakes the waiting thread. */
  void await() throws InterruptedException {
    if (requests.isEmpty()) {
      signal.acquire();
    }
    signal.drainPermits();
  }
}
