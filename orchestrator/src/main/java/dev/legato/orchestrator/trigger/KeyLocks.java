package dev.legato.orchestrator.trigger;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lets one thread at a time work on the same key. A key that nobody works on takes no memory. */
final class KeyLocks<K> {
  private final ConcurrentHashMap<K, Held> locks = new ConcurrentHashMap<>();

  private static final class Held {
    private final ReentrantLock lock = new ReentrantLock();
    private int users;
  }

  /** Works on a key, after all who work on it now. */
  <T> T with(K key, Supplier<T> work) {
    Held held = enter(key);
    held.lock.lock();
    try {
      return work.get();
    } finally {
      held.lock.unlock();
      leave(key);
    }
  }

  /**
   * Works on those keys that nobody else works on, and waits for none.
   *
   * @return the other ones
   */
  List<K> withThoseFree(List<K> keys, Consumer<List<K>> work) {
    var free = new ArrayList<K>();
    var busy = new ArrayList<K>();
    try {
      for (K key : keys) {
        (tryLock(key) ? free : busy).add(key);
      }
      work.accept(free);
    } finally {
      free.forEach(this::unlock);
    }
    return busy;
  }

  private boolean tryLock(K key) {
    boolean locked = enter(key).lock.tryLock();
    if (!locked) {
      leave(key);
    }
    return locked;
  }

  private void unlock(K key) {
    Held held = locks.get(key);
    if (held != null) {
      held.lock.unlock();
    }
    leave(key);
  }

  private Held enter(K key) {
    return locks.compute(
        key,
        (_, known) -> {
          Held held = known == null ? new Held() : known;
          held.users++;
          return held;
        });
  }

  private void leave(K key) {
    locks.computeIfPresent(key, (_, held) -> --held.users == 0 ? null : held);
  }
}
