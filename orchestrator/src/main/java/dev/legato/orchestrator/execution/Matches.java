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

  private List<ExecutionRecord> after(List<Filter<ExecutionField>> filters, String id) {
    var all = new ArrayList<>(filters);
    all.add(Filter.of(ExecutionField.ID, Operator.GREATER_THAN, id));
    var page = new PageRequest<>(1, PORTION, List.of(new Sort<>(ExecutionField.ID, false)));
    return store.search(all, page).results();
  }
}
