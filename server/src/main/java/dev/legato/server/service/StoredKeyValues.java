package dev.legato.server.service;

import dev.legato.plugin.KeyValues;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.keyvalue.KeyValue;
import dev.legato.plugin.keyvalue.KeyValuePurge;
import dev.legato.plugin.keyvalue.KeyValueType;
import dev.legato.plugin.keyvalue.NewKeyValue;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.KeyValueChange;
import dev.legato.storage.KeyValueEntry;
import dev.legato.storage.KeyValueField;
import dev.legato.storage.KeyValueStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values by key, in the store of this process. */
final class StoredKeyValues implements KeyValues {
  private final KeyValueStore store;

  StoredKeyValues(KeyValueStore store) {
    this.store = store;
  }

  @Override
  public Optional<KeyValue> find(String namespace, String key) {
    return store.find(namespace, key).live().map(StoredKeyValues::typed);
  }

  @Override
  public Optional<KeyValue> inherited(String namespace, String key) {
    return store.inherited(namespace, key).map(StoredKeyValues::typed);
  }

  private static KeyValue typed(KeyValueEntry entry) {
    return new KeyValue(type(entry.value().type()), entry.value().value());
  }

  @Override
  public List<String> keys(String namespace, String prefix) {
    return store.keys(namespace, prefix);
  }

  @Override
  public void set(String namespace, String key, NewKeyValue value) throws TaskFailure {
    KeyValueChange change = change(namespace, key, value);
    if (value.overwrite()) {
      store.put(change);
    } else if (store.putIfAbsent(change).isEmpty()) {
      throw new TaskFailure(
          "The key '%s' exists in the namespace '%s'; set 'overwrite: true' to replace its value."
              .formatted(key, namespace));
    }
  }

  private static KeyValueChange change(String namespace, String key, NewKeyValue value)
      throws TaskFailure {
    try {
      return new KeyValueChange(namespace, key, typed(value), null, value.lifetime());
    } catch (IllegalArgumentException e) {
      throw new TaskFailure("The key '%s' cannot be set: %s".formatted(key, e.getMessage()), e);
    }
  }

  private static dev.legato.storage.KeyValue typed(NewKeyValue value) {
    KeyValueType type = value.type();
    return type == null
        ? dev.legato.storage.KeyValue.of(value.value())
        : dev.legato.storage.KeyValue.of(type(type), value.value());
  }

  private static KeyValueType type(dev.legato.storage.KeyValueType stored) {
    return KeyValueType.valueOf(stored.name());
  }

  private static dev.legato.storage.KeyValueType type(KeyValueType type) {
    return dev.legato.storage.KeyValueType.valueOf(type.name());
  }

  @Override
  public boolean delete(String namespace, String key) {
    return store.delete(namespace, key);
  }

  @Override
  public long purge(KeyValuePurge purge) {
    List<Filter<KeyValueField>> filters = new ArrayList<>();
    if (!purge.namespaces().isEmpty()) {
      String namespaces = Globs.anyNamespace(purge.namespaces(), purge.includeChildren());
      filters.add(Filter.of(KeyValueField.NAMESPACE, Operator.REGEX, namespaces));
    }
    keys(purge.keys()).ifPresent(filters::add);
    return store.purge(filters, purge.expiredOnly());
  }

  private static Optional<Filter<KeyValueField>> keys(@Nullable String glob) {
    return Optional.ofNullable(glob)
        .map(
            pattern ->
                Filter.of(KeyValueField.KEY, Operator.REGEX, "^" + Globs.regex(pattern) + "$"));
  }
}
