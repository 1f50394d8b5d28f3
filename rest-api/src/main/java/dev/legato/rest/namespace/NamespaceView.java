package dev.legato.rest.namespace;

/**
 * A namespace.
 *
 * @param disabled whether it is only there because flows or other namespaces are in it
 */
public record NamespaceView(String id, boolean deleted, boolean disabled) {
  static NamespaceView of(String id) {
    return new NamespaceView(id, false, true);
  }
}
