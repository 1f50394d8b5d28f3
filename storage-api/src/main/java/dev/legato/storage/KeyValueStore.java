package dev.legato.storage;

import java.util.List;
import java.util.Optional;

/** Values that flows share, by namespace and key. Methods return when their effect is durable. */
public interface KeyValueStore {
  /** What is known about a key. */
  sealed interface Lookup {
    /** The key has a value. */
    record Found(KeyValueEntry entry) implements Lookup {}

    /** The key had a value, which has expired. */
    record Expired(KeyValueEntry entry) implements Lookup {}

    /** The key has no value. */
    record Missing() implements Lookup {}

    /** The entry, unless it has expired. */
    default Optional<KeyValueEntry> live() {
      return switch (this) {
        case Found(KeyValueEntry entry) -> Optional.of(entry);
        case Expired _, Missing _ -> Optional.empty();
      };
    }
  }

  /** Gives a key a value, in place of the one that it has. */
  KeyValueEntry put(KeyValueChange change);

  /**
   * Gives a key a value if it has none; one that has expired counts as none.
   *
   * @return empty when the key has a value: nothing has changed
   */
  Optional<KeyValueEntry> putIfAbsent(KeyValueChange change);

  /** The value of a key. */
  Lookup find(String namespace, String key);

  /** The value of a key, or of that key in the nearest namespace above that has it. */
  default Optional<KeyValueEntry> inherited(String namespace, String key) {
    Optional<KeyValueEntry> found = find(namespace, key).live();
    for (int dot = namespace.lastIndexOf('.');
        found.isEmpty() && dot > 0;
        dot = namespace.lastIndexOf('.', dot - 1)) {
      found = find(namespace.substring(0, dot), key).live();
    }
    return found;
  }

  /** The keys of a namespace that begin with a prefix and have not expired, sorted. */
  List<String> keys(String namespace, String prefix);

  /** Entries that match all filters and have not expired. */
  Page<KeyValueEntry> search(List<Filter<KeyValueField>> filters, PageRequest<KeyValueField> page);

  /**
   * Removes a key.
   *
   * @return false when it had no value, or one that has expired
   */
  boolean delete(String namespace, String key);

  /**
   * Removes all entries that match all filters, a portion at a time, so that nobody else waits
   * long.
   *
   * @param expiredOnly whether only what has expired goes
   * @return how many
   */
  int purge(List<Filter<KeyValueField>> filters, boolean expiredOnly);
}
