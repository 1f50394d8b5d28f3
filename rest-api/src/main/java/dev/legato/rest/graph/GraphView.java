package dev.legato.rest.graph;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A flow as a graph.
 *
 * @param flowables ids of the tasks that hold others
 */
public record GraphView(
    List<Node> nodes, List<Edge> edges, List<Cluster> clusters, List<String> flowables) {
  /**
   * A task, a trigger, or the beginning or end of what belongs together.
   *
   * @param uid unique in the graph
   * @param type what kind of node it is, as the name of a class that clients know
   * @param branchType present for what runs after a failure or at the end
   * @param states how many of its task runs are in which state; only in the graph of an execution
   * @param subflow the flow that a task starts, when its source names it
   */
  public record Node(
      String uid,
      String type,
      @Nullable Relation branchType,
      @Nullable Item task,
      @Nullable Item trigger,
      @Nullable Map<String, Integer> states,
      @Nullable Subflow subflow) {}

  /** A flow. */
  public record Subflow(String namespace, String flowId) {}

  /** A task or trigger. */
  public record Item(String id, String type) {}

  /** What comes after what. */
  public record Edge(String source, String target, RelationView relation) {}

  /**
   * Why it comes after it.
   *
   * @param value the branch, for a choice
   */
  public record RelationView(Relation relationType, @Nullable String value) {}

  /** Why one node comes after another. */
  public enum Relation {
    SEQUENTIAL,
    CHOICE,
    ERROR,
    FINALLY,
    AFTER_EXECUTION,
    PARALLEL,
    DYNAMIC
  }

  /**
   * Nodes that belong together.
   *
   * @param parents uids of the clusters around it, outermost first
   * @param start uid of its first node
   * @param end uid of its last node
   */
  public record Cluster(
      Node cluster, List<String> nodes, List<String> parents, String start, String end) {}
}
