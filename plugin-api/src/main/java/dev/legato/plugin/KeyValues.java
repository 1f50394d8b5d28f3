package dev.legato.plugin;

import dev.legato.plugin.keyvalue.KeyValue;
import dev.legato.plugin.keyvalue.KeyValuePurge;
import dev.legato.plugin.keyvalue.NewKeyValue;
import java.util.List;
import java.util.Optional;

/** Values by key, in each namespace. What has expired counts as missing. */
public interface KeyValues {
  /**
   * The value of a key.
   *
   * @throws TaskFailure when the key is malformed
   */
  Optional<KeyValue> find(String namespace, String key) throws TaskFailure;

  /**
   * The value of a key, or of that key in the nearest namespace above that has it.
   *
   * @throws TaskFailure when the key is malformed
   */
  Optional<KeyValue> inherited(String namespace, String key) throws TaskFailure;

  /** The keys that begin with a text, sorted; all of them for an empty text. */
  List<String> keys(String namespace, String prefix) throws TaskFailure;

  /**
   * Sets a value.
   *
   * @throws TaskFailure when the key is malformed, or when it exists and is not to be overwritten
   */
  void set(String namespace, String key, NewKeyValue value) throws TaskFailure;

  /**
   * Removes a value.
   *
   * @return false when there is none
   */
  boolean delete(String namespace, String key) throws TaskFailure;

  /** Removes many values, and says how many. */
  long purge(KeyValuePurge purge) throws TaskFailure, InterruptedException;
}
