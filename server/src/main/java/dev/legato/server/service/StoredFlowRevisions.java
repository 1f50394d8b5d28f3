package dev.legato.server.service;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.FlowId;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.orchestrator.flow.LoadedFlow;
import dev.legato.plugin.FlowRevisions;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.flow.FlowRevisionPurge;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.FlowField;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The revisions of flows of this installation, for tasks. */
public final class StoredFlowRevisions implements FlowRevisions {
  private static final int PAGE = 500;
  private static final String[] ENDED =
      Stream.of(ExecutionStatus.values())
          .filter(ExecutionStatus::isTerminal)
          .map(ExecutionStatus::name)
          .toArray(String[]::new);

  private final Flows flows;
  private final ExecutionStore executions;

  /**
   * The revisions.
   *
   * @param executions that keep revisions in use
   */
  public StoredFlowRevisions(Flows flows, ExecutionStore executions) {
    this.flows = flows;
    this.executions = executions;
  }

  @Override
  public long purge(FlowRevisionPurge purge) throws TaskFailure, InterruptedException {
    if (purge.keep() < 1) {
      throw new TaskFailure("'keepAmount' must be 1 or more: the newest revision always stays.");
    }
    Predicate<String> chosen = Globs.namespaces(purge.namespaces(), purge.includeChildren());
    long removed = 0;
    for (String namespace : flows.namespaces()) {
      if (chosen.test(namespace)) {
        for (FlowId flow : flowsOf(namespace, purge.flows())) {
          if (Thread.interrupted()) {
            throw new InterruptedException();
          }
          removed += flows.deleteRevisions(flow, superfluous(flow, purge.keep()));
        }
      }
    }
    return removed;
  }

  private List<FlowId> flowsOf(String namespace, @Nullable String glob) {
    Pattern ids = Pattern.compile(glob == null ? ".*" : Globs.regex(glob));
    var found = new ArrayList<FlowId>();
    var inNamespace = Filter.of(FlowField.NAMESPACE, Operator.EQUALS, namespace);
    Page<LoadedFlow> page;
    int number = 1;
    do {
      var byId = List.of(new Sort<>(FlowField.ID, false));
      page = flows.search(List.of(inNamespace), new PageRequest<>(number++, PAGE, byId));
      page.results().stream()
          .map(flow -> flow.stored().id())
          .filter(id -> ids.matcher(id.id()).matches())
          .forEach(found::add);
    } while (page.results().size() == PAGE);
    return found;
  }

  /** Revisions that nothing needs any more, beyond the number that is to stay. */
  private List<Integer> superfluous(FlowId flow, int keep) {
    List<LoadedFlow> newestFirst = flows.revisions(flow).reversed();
    if (newestFirst.size() <= keep) {
      return List.of();
    }
    Set<Integer> needed = inUse(flow);
    newestFirst.stream()
        .filter(revision -> !revision.isDraft())
        .findFirst()
        .ifPresent(published -> needed.add(published.stored().revision()));
    return newestFirst.stream()
        .skip(keep)
        .map(revision -> revision.stored().revision())
        .filter(revision -> !needed.contains(revision))
        .toList();
  }

  private Set<Integer> inUse(FlowId flow) {
    var revisions = new HashSet<Integer>();
    List<Filter<ExecutionField>> live =
        List.of(
            Filter.of(ExecutionField.NAMESPACE, Operator.EQUALS, flow.namespace()),
            Filter.of(ExecutionField.FLOW_ID, Operator.EQUALS, flow.id()),
            Filter.of(ExecutionField.STATE, Operator.NOT_IN, ENDED));
    Page<ExecutionRecord> page;
    int number = 1;
    do {
      var byId = List.of(new Sort<>(ExecutionField.ID, false));
      page = executions.search(live, new PageRequest<>(number++, PAGE, byId));
      page.results().forEach(execution -> revisions.add(execution.revision()));
    } while (page.results().size() == PAGE);
    return revisions;
  }
}
