package dev.legato.rest.execution;

import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import java.time.InstantSource;
import java.util.List;

/** Shows executions. */
final class ExecutionResource {
  private final ExecutionStore store;
  private final ExecutionViews views;
  private final InstantSource clock;

  ExecutionResource(ExecutionStore store, ExecutionViews views, InstantSource clock) {
    this.store = store;
    this.views = views;
    this.clock = clock;
  }

  Answer get(Call call) {
    return Answer.json(views.of(PathIds.execution(call, "id")));
  }

  Answer search(Call call) {
    return search(call, ExecutionSearch.filters(call.query(), clock));
  }

  Answer ofFlow(Call call) {
    return search(
        call,
        List.of(
            Filter.of(
                ExecutionField.NAMESPACE, Operator.EQUALS, call.query().required("namespace")),
            Filter.of(ExecutionField.FLOW_ID, Operator.EQUALS, call.query().required("flowId"))));
  }

  private Answer search(Call call, List<Filter<ExecutionField>> filters) {
    var page = Paging.read(call.query(), ExecutionSearch.SORTS, ExecutionSearch.NEWEST_FIRST);
    boolean withRuns = call.query().flag("taskRuns", true);
    return Answer.json(
        PageView.of(store.search(filters, page), withRuns ? views::found : views::alone));
  }
}
