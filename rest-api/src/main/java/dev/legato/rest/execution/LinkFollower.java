package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.flow.Label;
import dev.legato.orchestrator.live.LiveFeed;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.EventWriter;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Signal;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Streams the states of all executions that one event has led to: they share a correlation id.
 * Others may join them at any time, so they are looked for again, more often when one has changed.
 */
final class LinkFollower {
  /** More are not told about. */
  private static final int MAX_LINKED = 1_000;

  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

  /** How long another one may take to join the others, when all of them have ended. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final ExecutionStore store;
  private final LiveFeed live;
  private final InstantSource clock;

  LinkFollower(ExecutionStore store, LiveFeed live, InstantSource clock) {
    this.store = store;
    this.live = live;
    this.clock = clock;
  }

  Answer follow(Call call) {
    ExecutionId id = PathIds.execution(call, "executionId");
    boolean downwards = call.query().flag("destinationOnly", false);
    ExecutionRecord execution =
        store.findRecord(id).orElseThrow(() -> PathIds.noSuchExecution(id.value()));
    return new Answer.Events(events -> new Stream(execution, downwards, events).send());
  }

  /** What one client is told. */
  private final class Stream {
    private final ExecutionRecord begin;
    private final boolean downwards;
    private final EventWriter events;
    private final Signal changed = new Signal();
    private final Map<ExecutionId, LiveFeed.Subscription> watched = new HashMap<>();
    private final Map<ExecutionId, Long> told = new HashMap<>();

    Stream(ExecutionRecord begin, boolean downwards, EventWriter events) {
      this.begin = begin;
      this.downwards = downwards;
      this.events = events;
    }

    void send() throws IOException, InterruptedException {
      try {
        boolean quiet = false;
        while (true) {
          List<ExecutionRecord> linked = linked();
          // watched before they are read, so that no change falls in between
          if (watch(linked)) {
            linked = linked();
          }
          boolean news = tell(linked);
          boolean over = linked.stream().allMatch(ExecutionRecord::over);
          if (over && quiet && !news) {
            events.send("end-all", LinkView.of(begin, clock.instant()));
            return;
          }
          quiet = over;
          changed.pause(SHORTEST_PAUSE);
          if (!changed.await(LOOK_AGAIN)) {
            events.sendHeartbeat();
          }
        }
      } finally {
        watched.values().forEach(LiveFeed.Subscription::close);
      }
    }

    private boolean watch(List<ExecutionRecord> linked) {
      int before = watched.size();
      linked.forEach(
          execution ->
              watched.computeIfAbsent(execution.id(), id -> live.subscribe(id, changed::raise)));
      return watched.size() > before;
    }

    private boolean tell(List<ExecutionRecord> linked) throws IOException {
      boolean news = false;
      for (ExecutionRecord execution : linked) {
        Long before = told.put(execution.id(), execution.version());
        if (before == null || before != execution.version()) {
          String name = told.size() == 1 && before == null ? "start" : "progress";
          events.send(
              execution.over() && before != null ? "end" : name,
              LinkView.of(execution, clock.instant()));
          news = true;
        }
      }
      return news;
    }

    private List<ExecutionRecord> linked() {
      Optional<String> correlation =
          begin.labels().stream()
              .filter(label -> label.key().equals(Label.CORRELATION_ID))
              .map(Label::value)
              .findFirst();
      List<ExecutionRecord> all =
          correlation.isPresent()
              ? store.list(
                  List.of(
                      new Filter<>(
                          ExecutionField.LABELS,
                          Operator.EQUALS,
                          List.of(correlation.get()),
                          Label.CORRELATION_ID)),
                  Optional.empty(),
                  MAX_LINKED)
              : store.findRecord(begin.id()).map(List::of).orElse(List.of());
      return downwards
          ? all.stream()
              .filter(execution -> !execution.history().start().isBefore(begin.history().start()))
              .toList()
          : all;
    }
  }
}
