package dev.legato.rest.execution;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.StoredExecution;
import dev.legato.orchestrator.live.LiveFeed;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.EventWriter;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Signal;
import dev.legato.storage.ExecutionStore;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Streams an execution: all of it at once, again when it changed, and a last time when it ended.
 * Changes that happen while one is sent are told together, and a large execution is told less
 * often, so that watching never takes more than a small share of a processor.
 */
final class ExecutionFollower {
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
  private static final int PAUSE_PER_EFFORT = 9;

  private final ExecutionStore store;
  private final LiveFeed live;
  private final InstantSource clock;

  ExecutionFollower(ExecutionStore store, LiveFeed live, InstantSource clock) {
    this.store = store;
    this.live = live;
    this.clock = clock;
  }

  Answer follow(Call call) {
    ExecutionId id = PathIds.execution(call, "executionId");
    if (store.findRecord(id).isEmpty()) {
      throw PathIds.noSuchExecution(id.value());
    }
    return new Answer.Events(events -> send(id, events));
  }

  private void send(ExecutionId id, EventWriter events) throws IOException, InterruptedException {
    var changed = new Signal();
    // watched before it is read, so that no change falls in between
    try (var _ = live.subscribe(id, changed::raise)) {
      String name = "start";
      while (true) {
        Instant begin = clock.instant();
        Optional<StoredExecution> execution = store.find(id);
        if (execution.isEmpty()) {
          return;
        }
        boolean ended = execution.get().execution().over();
        if (!ended || name.equals("start")) {
          events.send(name, ExecutionView.of(execution.get(), begin));
        }
        if (ended) {
          events.send("end", ExecutionView.of(execution.get(), begin));
          return;
        }
        changed.pause(pauseAfter(Duration.between(begin, clock.instant())));
        while (!changed.await(events.heartbeat())) {
          events.sendHeartbeat();
        }
        name = "progress";
      }
    }
  }

  static Duration pauseAfter(Duration effort) {
    Duration pause = effort.multipliedBy(PAUSE_PER_EFFORT);
    return pause.compareTo(SHORTEST_PAUSE) < 0 ? SHORTEST_PAUSE : pause;
  }
}
