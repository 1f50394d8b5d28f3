package dev.legato.plugin.execution;

/** Names a flow. */
public record FlowName(String namespace, String flowId) {
  @Override
  public String toString() {
    return namespace + "." + flowId;
  }
}
