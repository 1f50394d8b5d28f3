package dev.legato.rest.graph;

import dev.legato.model.flow.FlowId;
import dev.legato.model.plan.Plan;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.Branch;
import dev.legato.model.plan.Step.CallStep;
import dev.legato.model.plan.Step.DagStep;
import dev.legato.model.plan.Step.GroupStep;
import dev.legato.rest.graph.GraphView.Cluster;
import dev.legato.rest.graph.GraphView.Edge;
import dev.legato.rest.graph.GraphView.Item;
import dev.legato.rest.graph.GraphView.Node;
import dev.legato.rest.graph.GraphView.Relation;
import dev.legato.rest.graph.GraphView.RelationView;
import dev.legato.rest.graph.GraphView.Subflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Draws a plan. Each group becomes a cluster with a node where it begins and one where it ends; the
 * flow itself is the outermost one.
 */
final class GraphBuilder {
  private static final String CLASSES = "io.kestra.core.models.hierarchies.";
  private static final String ROOT = "root";

  private final Function<String, @Nullable Map<String, Integer>> states;
  private final Subflows subflows;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Edge> edges = new ArrayList<>();
  private final List<Cluster> clusters = new ArrayList<>();
  private final List<String> flowables = new ArrayList<>();

  /** How many subflows are open around what is drawn. */
  private int depth;

  private GraphBuilder(Function<String, @Nullable Map<String, Integer>> states, Subflows subflows) {
    this.states = states;
    this.subflows = subflows;
  }

  /**
   * Which tasks are drawn with the flows that they start.
   *
   * @param opened uids of their nodes
   * @param plans of flows that there are
   */
  record Subflows(Set<String> opened, Function<FlowId, Optional<Plan>> plans) {}

  /**
   * Draws a plan.
   *
   * @param triggers of the flow
   * @param states how many task runs of a task are in which state; null outside of an execution
   * @param subflows which of them are drawn, too
   */
  static GraphView draw(
      Plan plan,
      List<Item> triggers,
      Function<String, @Nullable Map<String, Integer>> states,
      Subflows subflows) {
    var builder = new GraphBuilder(states, subflows);
    var frame = builder.open(ROOT, List.of());
    triggers.forEach(trigger -> builder.add(frame, trigger));
    builder.fill(frame, plan.root());
    String last = frame.end;
    for (Step step : plan.rules().after()) {
      Placed placed = builder.place(frame, step, Relation.AFTER_EXECUTION);
      builder.connect(last, placed.first, Relation.AFTER_EXECUTION, null);
      last = placed.last;
    }
    builder.close(frame, List.of());
    return new GraphView(builder.nodes, builder.edges, builder.clusters, builder.flowables);
  }

  /** Where something begins and ends in the graph. */
  private record Placed(String first, String last) {}

  /** A cluster that is being filled. */
  private static final class Frame {
    private final String uid;
    private final String start;
    private final String end;
    private final List<String> path;
    private final List<String> members = new ArrayList<>();

    private Frame(String uid, List<String> path) {
      this.uid = uid;
      this.start = uid + ".start";
      this.end = uid + ".end";
      this.path = path;
    }
  }

  private Frame open(String uid, List<String> path) {
    var frame = new Frame(uid, path);
    add(frame, node(frame.start, "GraphClusterRoot", null, null, null));
    add(frame, node(frame.end, "GraphClusterEnd", null, null, null));
    return frame;
  }

  private void close(Frame frame, List<String> parents) {
    clusters.add(
        new Cluster(
            node("cluster_" + frame.uid, "GraphCluster", null, null, null),
            List.copyOf(frame.members),
            parents,
            frame.start,
            frame.end));
  }

  private void add(Frame frame, Item trigger) {
    String uid = "trigger." + trigger.id();
    add(frame, new Node(uid, CLASSES + "GraphTrigger", null, null, trigger, null, null));
    connect(uid, frame.start, Relation.SEQUENTIAL, null);
  }

  private void add(Frame frame, Node node) {
    nodes.add(node);
    frame.members.add(node.uid());
  }

  private static Node node(
      String uid,
      String type,
      @Nullable Relation branch,
      @Nullable Item task,
      @Nullable Map<String, Integer> states) {
    return new Node(uid, CLASSES + type, branch, task, null, states, null);
  }

  private void fill(Frame frame, GroupStep group) {
    boolean empty = true;
    for (Branch branch : group.branches()) {
      empty &= branch.steps().isEmpty();
      if (group instanceof DagStep dag) {
        addDag(frame, dag);
      } else if (runsSideBySide(group)) {
        addParallel(frame, branch.steps());
      } else {
        addSequence(frame, branch.steps(), relation(group), choice(group, branch));
      }
    }
    if (empty) {
      connect(frame.start, frame.end, Relation.SEQUENTIAL, null);
    }
    addSequence(frame, group.errors(), Relation.ERROR, null);
    addFinally(frame, group.finallySteps());
  }

  private static boolean runsSideBySide(GroupStep group) {
    return switch (group) {
      case Step.ParallelStep _ -> true;
      case DagStep _,
          Step.SequenceStep _,
          Step.TemplateStep _,
          Step.DirectoryStep _,
          Step.IfStep _,
          Step.SwitchStep _,
          Step.LoopStep _,
          Step.LoopUntilStep _,
          Step.PauseStep _ ->
          false;
    };
  }

  private static Relation relation(GroupStep group) {
    return switch (group) {
      case Step.IfStep _, Step.SwitchStep _ -> Relation.CHOICE;
      case Step.LoopStep _, Step.LoopUntilStep _ -> Relation.DYNAMIC;
      case DagStep _, Step.ParallelStep _ -> Relation.PARALLEL;
      case Step.SequenceStep _, Step.TemplateStep _, Step.DirectoryStep _, Step.PauseStep _ ->
          Relation.SEQUENTIAL;
    };
  }

  private static @Nullable String choice(GroupStep group, Branch branch) {
    return relation(group) == Relation.CHOICE ? branch.name() : null;
  }

  private void addSequence(Frame frame, List<Step> steps, Relation first, @Nullable String value) {
    String last = frame.start;
    Relation relation = first;
    for (Step step : steps) {
      Placed placed = place(frame, step, first == Relation.ERROR ? first : null);
      connect(last, placed.first, relation, relation == first ? value : null);
      last = placed.last;
      relation = Relation.SEQUENTIAL;
    }
    if (!steps.isEmpty()) {
      connect(last, frame.end, Relation.SEQUENTIAL, null);
    }
  }

  private void addParallel(Frame frame, List<Step> steps) {
    for (Step step : steps) {
      Placed placed = place(frame, step, null);
      connect(frame.start, placed.first, Relation.PARALLEL, null);
      connect(placed.last, frame.end, Relation.PARALLEL, null);
    }
  }

  private void addDag(Frame frame, DagStep dag) {
    List<Step> steps = dag.branches().getFirst().steps();
    List<Placed> placed = steps.stream().map(step -> place(frame, step, null)).toList();
    var waitedFor = new boolean[steps.size()];
    for (int i = 0; i < steps.size(); i++) {
      List<Integer> dependencies = dag.dependencies().get(i);
      if (dependencies.isEmpty()) {
        connect(frame.start, placed.get(i).first, Relation.PARALLEL, null);
      }
      for (int dependency : dependencies) {
        waitedFor[dependency] = true;
        connect(placed.get(dependency).last, placed.get(i).first, Relation.SEQUENTIAL, null);
      }
    }
    for (int i = 0; i < steps.size(); i++) {
      if (!waitedFor[i]) {
        connect(placed.get(i).last, frame.end, Relation.PARALLEL, null);
      }
    }
  }

  private void addFinally(Frame frame, List<Step> steps) {
    String last = frame.end;
    for (Step step : steps) {
      Placed placed = place(frame, step, Relation.FINALLY);
      connect(last, placed.first, Relation.FINALLY, null);
      last = placed.last;
    }
  }

  private Placed place(Frame frame, Step step, @Nullable Relation branch) {
    String uid = frame.uid + "." + step.id();
    var item = new Item(step.id(), step.header().type());
    // the task runs of a subflow belong to another execution
    var counts = depth == 0 ? states.apply(step.id()) : null;
    if (step instanceof CallStep call) {
      return placeCall(frame, call, uid, branch, counts);
    }
    Node task = node(uid, "GraphTask", branch, item, counts);
    if (!(step instanceof GroupStep group)) {
      add(frame, task);
      return new Placed(uid, uid);
    }
    flowables.add(step.id());
    var parents = new ArrayList<>(frame.path);
    parents.add("cluster_" + frame.uid);
    Frame inner = open(uid, parents);
    add(inner, task);
    connect(uid, inner.start, Relation.SEQUENTIAL, null);
    fill(inner, group);
    close(inner, List.copyOf(parents));
    return new Placed(uid, inner.end);
  }

  private Placed placeCall(
      Frame frame,
      CallStep call,
      String uid,
      @Nullable Relation branch,
      @Nullable Map<String, Integer> counts) {
    Optional<FlowId> called = called(call);
    var task =
        new Node(
            uid,
            CLASSES + "SubflowGraphTask",
            branch,
            new Item(call.id(), call.header().type()),
            null,
            counts,
            called.map(id -> new Subflow(id.namespace(), id.id())).orElse(null));
    Optional<Plan> plan =
        subflows.opened.contains(uid) ? called.flatMap(subflows.plans) : Optional.empty();
    if (plan.isEmpty()) {
      add(frame, task);
      return new Placed(uid, uid);
    }
    var parents = new ArrayList<>(frame.path);
    parents.add("cluster_" + frame.uid);
    Frame inner = open(uid, parents);
    add(inner, task);
    connect(uid, inner.start, Relation.SEQUENTIAL, null);
    depth++;
    fill(inner, plan.get().root());
    depth--;
    close(inner, List.copyOf(parents));
    return new Placed(uid, inner.end);
  }

  private static Optional<FlowId> called(CallStep call) {
    return call.properties().get("namespace") instanceof String namespace
            && call.properties().get("flowId") instanceof String id
            && !namespace.contains("{{")
            && !id.contains("{{")
        ? Optional.of(new FlowId(namespace, id))
        : Optional.empty();
  }

  private void connect(String source, String target, Relation relation, @Nullable String value) {
    edges.add(new Edge(source, target, new RelationView(relation, value)));
  }
}
