package dev.legato.storage;

/** What keys can be searched and sorted by. */
public enum KeyValueField {
  NAMESPACE,
  KEY,
  TYPE,
  CREATED_AT,
  UPDATED_AT,
  /** Absent for keys that do not expire. */
  EXPIRES_AT,
  /** Free text over namespace, key and description. */
  QUERY
}
