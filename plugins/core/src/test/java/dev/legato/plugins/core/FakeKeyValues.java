package dev.legato.plugins.core;

import dev.legato.plugin.KeyValues;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.keyvalue.KeyValue;
import dev.legato.plugin.keyvalue.KeyValuePurge;
import dev.legato.plugin.keyvalue.KeyValueType;
import dev.legato.plugin.keyvalue.NewKeyValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Values in memory, each with what it was set with. */
public final class FakeKeyValues implements KeyValues {
  public final Map<String, NewKeyValue> values = new TreeMap<>();
  public KeyValuePurge purged;

  @Override
  public Optional<KeyValue> find(String namespace, String key) {
    return Optional.ofNullable(values.get(namespace + "/" + key))
        .map(value -> new KeyValue(KeyValueType.JSON, value.value()));
  }

  @Override
  public Optional<KeyValue> inherited(String namespace, String key) {
    return find(namespace, key)
        .or(
            () ->
                namespace.contains(".")
                    ? inherited(namespace.substring(0, namespace.lastIndexOf('.')), key)
                    : Optional.empty());
  }

  @Override
  public List<String> keys(String namespace, String prefix) {
    String start = namespace + "/";
    return values.keySet().stream()
        .filter(key -> key.startsWith(start + prefix))
        .map(key -> key.substring(start.length()))
        .toList();
  }

  @Override
  public void set(String namespace, String key, NewKeyValue value) throws TaskFailure {
    if (!value.overwrite() && values.containsKey(namespace + "/" + key)) {
      throw new TaskFailure("exists");
    }
    values.put(namespace + "/" + key, value);
  }

  @Override
  public boolean delete(String namespace, String key) {
    return values.remove(namespace + "/" + key) != null;
  }

  @Override
  public long purge(KeyValuePurge purge) {
    purged = purge;
    return 7;
  }
}
