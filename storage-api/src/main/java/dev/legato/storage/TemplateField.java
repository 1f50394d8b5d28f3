package dev.legato.storage;

/** What templates can be searched and sorted by. */
public enum TemplateField {
  ID,
  NAMESPACE,
  /** Free text over id, namespace and description. */
  QUERY
}
