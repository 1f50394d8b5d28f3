package dev.legato.rest.flow;

import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Shows and removes the revisions of flows. */
final class RevisionResource {
  private static final String[] LIVE =
      Arrays.stream(ExecutionStatus.values())
          .filter(status -> !status.isTerminal())
          .map(Enum::name)
          .toArray(String[]::new);

  private final Flows flows;
  private final ExecutionStore executions;

  RevisionResource(Flows flows, ExecutionStore executions) {
    this.flows = flows;
    this.executions = executions;
  }

  Answer list(Call call) {
    boolean allowDeleted = call.query().flag("allowDelete", false);
    return Answer.json(
        revisions(PathIds.flow(call, "id")).stream()
            .filter(flow -> allowDeleted || !flow.stored().deleted())
            .map(FlowView::withSource)
            .toList());
  }

  Answer delete(Call call) {
    FlowId id = PathIds.flow(call, "id");
    Set<Integer> unwanted = unwanted(call);
    List<Integer> known = revisions(id).stream().map(flow -> flow.stored().revision()).toList();
    for (int revision : unwanted) {
      if (!known.contains(revision)) {
        throw Problem.notFound("revision %d of flow '%s' does not exist".formatted(revision, id));
      }
    }
    if (unwanted.contains(known.getLast())) {
      throw Problem.illegalArgument(
          "revision %d of flow '%s' is the newest one and cannot be removed"
              .formatted(known.getLast(), id));
    }
    refuseRunning(id, unwanted);
    flows.deleteRevisions(id, unwanted);
    return Answer.noContent();
  }

  private List<LoadedFlow> revisions(FlowId id) {
    List<LoadedFlow> revisions = flows.revisions(id);
    if (revisions.isEmpty()) {
      throw FlowLookup.missing(id);
    }
    return revisions;
  }

  private static Set<Integer> unwanted(Call call) {
    var unwanted = new TreeSet<Integer>();
    for (String list : call.query().all("revisions")) {
      for (String text : list.split(",", -1)) {
        try {
          unwanted.add(Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
          throw Problem.badRequest("the parameter 'revisions' must be whole numbers, such as 1,2");
        }
      }
    }
    if (unwanted.isEmpty()) {
      throw Problem.badRequest("the parameter 'revisions' is missing");
    }
    return unwanted;
  }

  /** An execution goes on with the revision that it began with. */
  private void refuseRunning(FlowId id, Set<Integer> unwanted) {
    String[] numbers = unwanted.stream().map(String::valueOf).toArray(String[]::new);
    var filters = new ArrayList<Filter<ExecutionField>>();
    filters.add(Filter.of(ExecutionField.NAMESPACE, Operator.EQUALS, id.namespace()));
    filters.add(Filter.of(ExecutionField.FLOW_ID, Operator.EQUALS, id.id()));
    filters.add(Filter.of(ExecutionField.FLOW_REVISION, Operator.IN, numbers));
    filters.add(Filter.of(ExecutionField.STATE, Operator.IN, LIVE));
    long running = executions.countByFlow(filters).stream().mapToLong(count -> count.count()).sum();
    if (running > 0) {
      throw Problem.conflict(
          "%d executions of flow '%s' still run with revision %s"
              .formatted(
                  running,
                  id,
                  unwanted.stream().map(String::valueOf).collect(Collectors.joining(", "))));
    }
  }
}
