package dev.legato.rest.http;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The open event streams: how many each client has, and how to end them all. */
final class EventStreams implements AutoCloseable {
  private final int perClient;
  private final Map<String, Integer> open = new HashMap<>();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  EventStreams(int perClient) {
    this.perClient = perClient;
  }

  /** Takes a place; {@link Place#close} gives it back. */
  Place enter(String client) {
    synchronized (open) {
      int count = open.getOrDefault(client, 0);
      if (count >= perClient) {
        throw Problem.tooMany(
            "at most %d event streams are allowed at a time".formatted(perClient), 30);
      }
      open.put(client, count + 1);
    }
    var place = new Place(client, Thread.currentThread());
    threads.add(place.thread);
    if (closed) {
      place.thread.interrupt();
    }
    return place;
  }

  int count() {
    return threads.size();
  }

  /** Interrupts all streams; clients connect again elsewhere. */
  @Override
  public void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
  }

  /** One stream's place. */
  final class Place implements AutoCloseable {
    private final String client;
    private final Thread thread;

    private Place(String client, Thread thread) {
      this.client = client;
      this.thread = thread;
    }

    @Override
    public void close() {
      threads.remove(thread);
      synchronized (open) {
        open.computeIfPresent(client, (_, count) -> count == 1 ? null : count - 1);
      }
    }
  }
}
