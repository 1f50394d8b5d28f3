package dev.legato.storage;

/** What flows can be searched and sorted by. */
public enum FlowField {
  ID,
  NAMESPACE,
  REVISION,
  /** The filter's key is the label's key. */
  LABELS,
  /** Free text over id, namespace and description. */
  QUERY,
  /** Free text over the source. */
  SOURCE
}
