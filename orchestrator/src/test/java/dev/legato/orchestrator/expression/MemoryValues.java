package dev.legato.orchestrator.expression;

import dev.legato.storage.Filter;
import dev.legato.storage.KeyValue;
import dev.legato.storage.KeyValueChange;
import dev.legato.storage.KeyValueEntry;
import dev.legato.storage.KeyValueField;
import dev.legato.storage.KeyValueStore;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values to be read, kept in memory. */
final class MemoryValues implements KeyValueStore {
  private final Map<String, KeyValueEntry> entries = new HashMap<>();

  MemoryValues with(String namespace, String key, Object value) {
    entries.put(
        namespace + "/" + key,
        new KeyValueEntry(
            namespace, key, KeyValue.of(value), null, 1, Instant.EPOCH, Instant.EPOCH, null));
    return this;
  }

  @Override
  public Lookup find(String namespace, String key) {
    KeyValueEntry entry = entries.get(namespace + "/" + key);
    return entry == null ? new Lookup.Missing() : new Lookup.Found(entry);
  }

  @Override
  public KeyValueEntry put(KeyValueChange change) {
    throw onlyForReading();
  }

  @Override
  public Optional<KeyValueEntry> putIfAbsent(KeyValueChange change) {
    throw onlyForReading();
  }

  @Override
  public List<String> keys(String namespace, String prefix) {
    throw onlyForReading();
  }

  @Override
  public Page<KeyValueEntry> search(
      List<Filter<KeyValueField>> filters, PageRequest<KeyValueField> page) {
    throw onlyForReading();
  }

  @Override
  public boolean delete(String namespace, String key) {
    throw onlyForReading();
  }

  @Override
  public int purge(List<Filter<KeyValueField>> filters, boolean expiredOnly) {
    throw onlyForReading();
  }

  private static UnsupportedOperationException onlyForReading() {
    return new UnsupportedOperationException("Expected functions only to read values");
  }
}
