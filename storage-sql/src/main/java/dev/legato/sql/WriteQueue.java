package dev.legato.sql;

import dev.legato.storage.StorageException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What waits to be written, first come first served. */
final class WriteQueue {
  /** Keeps a transaction short enough that nobody waits long for the one before. */
  private static final int MAX_GROUP_ROWS = 10_000;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Condition hasRoom = lock.newCondition();
  private final ArrayDeque<Entry> waiting = new ArrayDeque<>();
  private final long maxBytes;
  private long waitingBytes;
  private boolean closed;

  WriteQueue(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** Adds without waiting: for what is bounded elsewhere. */
  void add(Write write) {
    lock.lock();
    try {
      enqueue(new Entry(write, 0));
    } finally {
      lock.unlock();
    }
  }

  /** Adds when there is room for so many bytes; one that is larger than all room goes alone. */
  void addWhenRoom(Write write, long bytes) {
    lock.lock();
    try {
      while (!closed && waitingBytes > 0 && waitingBytes + bytes > maxBytes) {
        hasRoom.awaitUninterruptibly();
      }
      enqueue(new Entry(write, bytes));
    } finally {
      lock.unlock();
    }
  }

  private void enqueue(Entry entry) {
    if (closed) {
      throw new StorageException("The store is closed; nothing was written");
    }
    waiting.add(entry);
    waitingBytes += entry.bytes();
    changed.signal();
  }

  /** All that waits, up to a limit; waits for the first. Empty when closed and drained. */
  List<Write> take() throws InterruptedException {
    lock.lock();
    try {
      while (waiting.isEmpty() && !closed) {
        changed.await();
      }
      return group();
    } finally {
      lock.unlock();
    }
  }

  /** Like {@link #take()}, but empty also when nothing came for that long. */
  List<Write> take(Duration patience) throws InterruptedException {
    lock.lock();
    try {
      long nanos = patience.toNanos();
      while (waiting.isEmpty() && !closed && nanos > 0) {
        nanos = changed.awaitNanos(nanos);
      }
      return group();
    } finally {
      lock.unlock();
    }
  }

  private List<Write> group() {
    var group = new ArrayList<Write>();
    int rows = 0;
    Entry next = waiting.peek();
    while (next != null && (rows == 0 || rows + next.write().rows() <= MAX_GROUP_ROWS)) {
      waiting.remove();
      group.add(next.write());
      rows += Math.max(1, next.write().rows());
      waitingBytes -= next.bytes();
      next = waiting.peek();
    }
    hasRoom.signalAll();
    return group;
  }

  boolean isDrained() {
    lock.lock();
    try {
      return closed && waiting.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /** Takes nothing more; what waits is still handed out. */
  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
      hasRoom.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private record Entry(Write write, long bytes) {}
}
