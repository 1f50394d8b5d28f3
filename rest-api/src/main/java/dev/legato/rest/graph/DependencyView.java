package dev.legato.rest.graph;

import dev.legato.model.flow.FlowId;
import dev.legato.rest.http.Scope;
import java.util.List;

/** Which flows start which. */
public record DependencyView(List<Node> nodes, List<Edge> edges) {
  /** A flow, which need not exist. */
  public record Node(String uid, String namespace, String id) {
    static Node of(FlowId flow) {
      return new Node(nameOf(flow), flow.namespace(), flow.id());
    }
  }

  /** One flow starts another. */
  public record Edge(String source, String target, Relation relation) {
    static Edge of(FlowId source, FlowId target, Relation relation) {
      return new Edge(nameOf(source), nameOf(target), relation);
    }
  }

  /** How a flow starts another. */
  public enum Relation {
    /** By a task. */
    FLOW_TASK,
    /** By ending, which the other's trigger hears of. */
    FLOW_TRIGGER
  }

  private static String nameOf(FlowId flow) {
    return "%s_%s_%s".formatted(Scope.MAIN_TENANT, flow.namespace(), flow.id());
  }
}
