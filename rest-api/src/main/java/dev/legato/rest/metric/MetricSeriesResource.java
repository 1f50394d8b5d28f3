package dev.legato.rest.metric;

import dev.legato.model.flow.FlowId;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.storage.Bucket;
import dev.legato.storage.MetricStore;
import dev.legato.storage.MetricStore.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Shows the figures of flows over all their executions. */
final class MetricSeriesResource {
  private static final Duration DEFAULT_WINDOW = Duration.ofDays(30);
  private static final Duration LONGEST_WINDOW = Duration.ofDays(36_500);

  private final MetricStore metrics;
  private final InstantSource clock;

  MetricSeriesResource(MetricStore metrics, InstantSource clock) {
    this.metrics = metrics;
    this.clock = clock;
  }

  Answer tasks(Call call) {
    return Answer.json(metrics.tasks(PathIds.flow(call, "flowId")));
  }

  Answer namesOfFlow(Call call) {
    return Answer.json(metrics.names(PathIds.flow(call, "flowId"), null));
  }

  Answer namesOfTask(Call call) {
    return Answer.json(metrics.names(PathIds.flow(call, "flowId"), call.path("taskId")));
  }

  Answer ofFlow(Call call) {
    return aggregate(call, null);
  }

  Answer ofTask(Call call) {
    return aggregate(call, call.path("taskId"));
  }

  private Answer aggregate(Call call, @Nullable String task) {
    FlowId flow = PathIds.flow(call, "flowId");
    String name = call.path("metric");
    Aggregation aggregation = Aggregation.parse(call.query().text("aggregation").orElse("sum"));
    Instant to = call.query().instant("endDate").orElseGet(clock::instant);
    Instant from = call.query().instant("startDate").orElseGet(() -> to.minus(DEFAULT_WINDOW));
    if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST_WINDOW) > 0) {
      throw Problem.badRequest("startDate must be before endDate, by at most a hundred years");
    }
    Bucket bucket = Bucket.of(from, to);
    var pieces = new TreeMap<Instant, DoubleSummaryStatistics>();
    for (Instant begin = bucket.begin(from); begin.isBefore(to); begin = bucket.next(begin)) {
      pieces.put(begin, new DoubleSummaryStatistics());
    }
    metrics.read(
        new Series(flow, task, name, from, to),
        entry ->
            pieces
                .computeIfAbsent(
                    bucket.begin(entry.timestamp()), _ -> new DoubleSummaryStatistics())
                .accept(entry.value()));
    var shown = new ArrayList<AggregateView.Piece>();
    pieces.forEach(
        (begin, values) -> shown.add(new AggregateView.Piece(name, aggregation.of(values), begin)));
    return Answer.json(new AggregateView(bucket.label(), shown));
  }
}
