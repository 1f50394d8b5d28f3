package dev.legato.storage;

import java.util.List;

/** What people have said about namespaces. Methods return when their effect is durable. */
public interface NamespaceStore {
  /** All of them, sorted by id. */
  List<StoredNamespace> all();

  /**
   * Adds a record.
   *
   * @return false when the namespace has one: nothing has changed
   */
  boolean add(StoredNamespace namespace);

  /** Adds a record, or replaces the one that is there; the instant of its creation stays. */
  void put(StoredNamespace namespace);

  /**
   * Removes a record; what is in the namespace stays.
   *
   * @return false when there was none
   */
  boolean delete(String id);
}
