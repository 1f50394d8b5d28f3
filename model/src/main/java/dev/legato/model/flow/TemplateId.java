package dev.legato.model.flow;

/**
 * Names a template: a list of tasks that older flows share.
 *
 * @param namespace dot-separated, such as {@code company.team}
 * @param id unique among the templates of the namespace
 */
public record TemplateId(String namespace, String id) implements Comparable<TemplateId> {
  @Override
  public int compareTo(TemplateId other) {
    int byNamespace = namespace.compareTo(other.namespace);
    return byNamespace != 0 ? byNamespace : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return namespace + "." + id;
  }
}
