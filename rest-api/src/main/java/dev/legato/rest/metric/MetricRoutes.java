package dev.legato.rest.metric;

import dev.legato.model.log.MetricEntry;
import dev.legato.rest.http.Access;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.Parameter.Kind;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Route;
import dev.legato.rest.http.Scope;
import dev.legato.rest.http.Types;
import dev.legato.rest.search.Names;
import dev.legato.rest.search.PageView;
import dev.legato.rest.search.Paging;
import dev.legato.storage.MetricStore;
import dev.legato.storage.Page;
import dev.legato.storage.PageRequest;
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
  public static List<Route> of(MetricStore metrics) {
    var routes = new MetricRoutes(metrics);
    return List.of(
        Paging.document(
                Route.get(
                    Scope.TENANT,
                    "metrics/{executionId}",
                    Access.READ,
                    "Shows the figures of an execution"))
            .query("taskRunId", Kind.TEXT, "Only figures of that task run")
            .query("taskId", Kind.TEXT, "Only figures of that task")
            .answers(200, Types.of(PageView.class, MetricView.class), "A page of figures")
            .handledBy(routes::ofExecution));
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
