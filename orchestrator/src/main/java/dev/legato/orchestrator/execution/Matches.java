package dev.legato.orchestrator.execution;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import dev.legato.storage.PageRequest;
import dev.legato.storage.PageRequest.Sort;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Walks through all executions that match filters, in the order of their ids, without holding them
 * all. What changes on the way makes it miss or repeat none of the others.
 */
public final class Matches {
  private static final int PORTION = 100;

  private final ExecutionStore store;

  public Matches(ExecutionStore store) {
    this.store = store;
  }

  /** Hands them over one after the other. */
  public void forEach(List<Filter<ExecutionField>> filters, Consumer<ExecutionRecord> action) {
    List<ExecutionRecord> found = after(filters, "");
    while (!found.isEmpty()) {
      found.forEach(action);
      found = found.size() < PORTION ? List.of() : after(filters, found.getLast().id().value());
    }
  }

  /**
   * Filters for those that match now. Whoever starts executions on the way, as a replay does, would
   * otherwise walk through them too, without end.
   */
  public List<Filter<ExecutionField>> presentOnes(List<Filter<ExecutionField>> filters) {
    var last = new PageRequest<>(1, 1, List.of(new Sort<>(ExecutionField.ID, true)));
    List<ExecutionRecord> found = store.search(filters, last).results();
    return found.isEmpty()
        ? filters
        : with(filters, Operator.LESS_THAN_OR_EQUAL_TO, found.getFirst().id().value());
  }

  private List<ExecutionRecord> after(List<Filter<ExecutionField>> filters, String id) {
    var page = new PageRequest<>(1, PORTION, List.of(new Sort<>(ExecutionField.ID, false)));
    return store.search(with(filters, Operator.GREATER_THAN, id), page).results();
  }

  private static List<Filter<ExecutionField>> with(
      List<Filter<ExecutionField>> filters, Operator operator, String id) {
    var all = new ArrayList<>(filters);
    all.add(Filter.of(ExecutionField.ID, operator, id));
    return all;
  }
}
