package dev.legato.rest.graph;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.model.flow.Flow;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.rest.flow.FlowLookup;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.PathIds;
import dev.legato.storage.ExecutionStore;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Draws flows, stored or not, and executions. */
final class GraphResource {
  private final Flows flows;
  private final FlowLookup lookup;
  private final FlowGraphs graphs;
  private final ExecutionStore executions;

  GraphResource(Flows flows, ExecutionStore executions) {
    this.flows = flows;
    this.lookup = new FlowLookup(flows);
    this.graphs = new FlowGraphs(flows);
    this.executions = executions;
  }

  Answer ofFlow(Call call) {
    FlowId id = PathIds.flow(call, "id");
    Flow flow = lookup.find(id, call.query().number("revision", 1, Integer.MAX_VALUE));
    return Answer.json(graphs.of(flow, Map.of(), opened(call)));
  }

  Answer ofSource(Call call) throws IOException {
    return Answer.json(graphs.ofSource(call.bodyText(), opened(call)));
  }

  private static Set<String> opened(Call call) {
    var opened = new HashSet<String>();
    for (String uids : call.query().all("subflows")) {
      opened.addAll(List.of(uids.split(",", -1)));
    }
    return opened;
  }

  Answer ofExecution(Call call) {
    ExecutionId id = PathIds.execution(call, "id");
    StoredExecution stored =
        executions.find(id).orElseThrow(() -> PathIds.noSuchExecution(id.value()));
    var states = new HashMap<String, Map<String, Integer>>();
    for (TaskRunRecord run : stored.taskRuns()) {
      states
          .computeIfAbsent(run.taskId(), _ -> new TreeMap<>())
          .merge(run.status().name(), 1, Integer::sum);
    }
    var execution = stored.execution();
    Flow flow = lookup.find(execution.flow(), Optional.of(execution.revision()));
    return Answer.json(graphs.of(flow, states, opened(call)));
  }

  Answer dependenciesOfFlow(Call call) {
    FlowId id = PathIds.flow(call, "id");
    return dependencies(call, List.of(lookup.find(id, Optional.empty()).id()));
  }

  Answer dependenciesOfNamespace(Call call) {
    String namespace = PathIds.name(call.path("namespace"), "namespace");
    return dependencies(call, lookup.ofNamespace(namespace).stream().map(Flow::id).toList());
  }

  private Answer dependencies(Call call, List<FlowId> starts) {
    boolean downwards = call.query().flag("destinationOnly", false);
    boolean farther = call.query().flag("expandAll", false);
    return Answer.json(new Dependencies(flows).of(starts, downwards, farther));
  }
}
