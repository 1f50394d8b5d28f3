package dev.legato.model.flow;

/**
 * Names a flow: unique over all namespaces, the same in every revision.
 *
 * @param namespace dot-separated, such as {@code company.team}
 * @param id unique in the namespace
 */
public record FlowId(String namespace, String id) implements Comparable<FlowId> {
  @Override
  public int compareTo(FlowId other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return namespace + "." + id;
  }
}
