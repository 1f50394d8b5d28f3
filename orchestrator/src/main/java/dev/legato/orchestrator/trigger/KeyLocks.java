package dev.legato.orchestrator.trigger;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lets one thread at a time work on the same key; a fixed number of locks, shared by hash. */
final class KeyLocks {
  private static final int LOCKS = 1_024;

  private final ReentrantLock[] locks =
      Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(ReentrantLock[]::new);

  <T> T with(Object key, Supplier<T> work) {
    ReentrantLock lock = locks[Math.floorMod(key.hashCode(), LOCKS)];
    lock.lock();
    try {
      return work.get();
    } finally {
      lock.unlock();
    }
  }
}
