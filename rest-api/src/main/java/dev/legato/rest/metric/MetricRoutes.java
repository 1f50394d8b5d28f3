package dev.legato.rest.metric;

import dev.legato.model.log.MetricEntry;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.RouteDraft;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import dev.legato.rest.search.Names;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import dev.legato.storage.MetricStore;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The routes of figures. */
public final class MetricRoutes {
  private static final Map<String, Order> SORTS =
      Names.<Order>inOrder()
          .add("name", Order.NAME)
          .add("timestamp", Order.TIMESTAMP)
          .add("value", Order.VALUE)
          .add("taskId", Order.TASK_ID)
          .add("taskrunId", Order.TASK_RUN_ID)
          .map();

  private final MetricStore metrics;

  private MetricRoutes(MetricStore metrics) {
    this.metrics = metrics;
  }

  /** What figures can be sorted by. */
  private enum Order {
    NAME,
    TIMESTAMP,
    VALUE,
    TASK_ID,
    TASK_RUN_ID;

    Comparator<MetricEntry> comparator() {
      return switch (this) {
        case NAME -> Comparator.comparing(MetricEntry::name);
        case TIMESTAMP -> Comparator.comparing(MetricEntry::timestamp);
        case VALUE -> Comparator.comparingDouble(MetricEntry::value);
        case TASK_ID -> Comparator.comparing(MetricEntry::taskId);
        case TASK_RUN_ID -> Comparator.comparing(MetricEntry::taskRunId);
      };
    }
  }

  /** The routes. */
  public static List<Route> of(MetricStore metrics, InstantSource clock) {
    var all = new ArrayList<Route>(ofFlows(new MetricSeriesResource(metrics, clock)));
    all.add(new MetricRoutes(metrics).ofExecution());
    return List.copyOf(all);
  }

  private static List<Route> ofFlows(MetricSeriesResource series) {
    return List.of(
        names("{namespace}/{flowId}", "a flow").handledBy(series::namesOfFlow),
        names("{namespace}/{flowId}/{taskId}", "a task").handledBy(series::namesOfTask),
        Route.get(
                Scope.TENANT,
                "metrics/tasks/{namespace}/{flowId}",
                Access.READ,
                "Lists the tasks of a flow that report figures")
            .answers(200, Types.of(List.class, String.class), "Ids, sorted")
            .handledBy(series::tasks),
        aggregates("{namespace}/{flowId}/{metric}", "a flow").handledBy(series::ofFlow),
        aggregates("{namespace}/{flowId}/{taskId}/{metric}", "a task").handledBy(series::ofTask));
  }

  private static RouteDraft names(String path, String whose) {
    return Route.get(
            Scope.TENANT,
            "metrics/names/" + path,
            Access.READ,
            "Lists the names of the figures of " + whose)
        .answers(200, Types.of(List.class, String.class), "Names, sorted");
  }

  private static RouteDraft aggregates(String path, String whose) {
    return Route.get(
            Scope.TENANT,
            "metrics/aggregates/" + path,
            Access.READ,
            "Shows a figure of %s over time".formatted(whose))
        .query("startDate", Kind.INSTANT, "30 days before the end if absent")
        .query("endDate", Kind.INSTANT, "Now if absent")
        .query("aggregation", Kind.TEXT, "sum, avg, min or max; sum if absent")
        .answers(200, AggregateView.class, "The figure in each piece of the time");
  }

  private Route ofExecution() {
    return Paging.document(
            Route.get(
                Scope.TENANT,
                "metrics/{executionId}",
                Access.READ,
                "Shows the figures of an execution"))
        .query("taskRunId", Kind.TEXT, "Only figures of that task run")
        .query("taskId", Kind.TEXT, "Only figures of that task")
        .answers(200, Types.of(PageView.class, MetricView.class), "A page of figures")
        .handledBy(this::ofExecution);
  }

  private Answer ofExecution(Call call) {
    PageRequest<Order> page = Paging.read(call.query(), SORTS, List.of());
    String task = call.query().text("taskId").orElse(null);
    String taskRun = call.query().text("taskRunId").orElse(null);
    List<MetricEntry> found =
        metrics.find(PathIds.execution(call, "executionId")).stream()
            .filter(entry -> task == null || entry.taskId().equals(task))
            .filter(entry -> taskRun == null || entry.taskRunId().equals(taskRun))
            .sorted(order(page))
            .toList();
    List<MetricEntry> shown = found.stream().skip(page.offset()).limit(page.size()).toList();
    return Answer.json(PageView.of(new Page<>(shown, found.size()), MetricView::of));
  }

  private static Comparator<MetricEntry> order(PageRequest<Order> page) {
    // sorting is stable: without a wish the order of writing stays
    Comparator<MetricEntry> order = (_, _) -> 0;
    for (PageRequest.Sort<Order> sort : page.sort()) {
      Comparator<MetricEntry> next = sort.field().comparator();
      order = order.thenComparing(sort.descending() ? next.reversed() : next);
    }
    return order;
  }
}
