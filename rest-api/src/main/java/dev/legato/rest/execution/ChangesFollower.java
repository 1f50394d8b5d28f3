package dev.legato.rest.execution;

import dev.legato.model.execution.Caller;
import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.Ids;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.execution.TaskRunRecord;
import dev.legato.orchestrator.live.LiveFeed;
import dev.legato.rest.execution.ChangesView.Run;
import dev.legato.rest.http.Answer;
import dev.legato.rest.http.Call;
import dev.legato.rest.http.EventWriter;
import dev.legato.rest.http.PathIds;
import dev.legato.rest.http.Problem;
import dev.legato.rest.http.Signal;
import dev.legato.storage.CommitBatch.ExecutionChange;
import dev.legato.storage.ExecutionField;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.Filter;
import dev.legato.storage.Filter.Operator;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Streams what changes in an execution: all its task runs at first, in few words, then those only
 * that have changed. What a change costs does not depend on how many task runs there are.
 */
final class ChangesFollower {
  private static final int RUNS_AT_ONCE = 2_000;
  private static final int MAX_CHILDREN = 1_000;
  private static final Duration PAUSE = Duration.ofMillis(50);

  private final ExecutionStore store;
  private final LiveFeed live;
  private final InstantSource clock;

  ChangesFollower(ExecutionStore store, LiveFeed live, InstantSource clock) {
    this.store = store;
    this.live = live;
    this.clock = clock;
  }

  Answer follow(Call call) {
    ExecutionId id = PathIds.execution(call, "executionId");
    if (store.findRecord(id).isEmpty()) {
      throw PathIds.noSuchExecution(id.value());
    }
    return new Answer.Events(events -> new Stream(id, events).send());
  }

  /** One task run with all that belongs to it. */
  Answer taskRun(Call call) {
    ExecutionId id = PathIds.execution(call, "executionId");
    String taskRun = call.path("taskRunId");
    ExecutionRecord execution =
        store.findRecord(id).orElseThrow(() -> PathIds.noSuchExecution(id.value()));
    return store
        .taskRun(id, taskRun)
        .map(run -> Answer.json(TaskRunView.of(execution, run, clock.instant())))
        .orElseThrow(() -> Problem.notFound("task run '%s' does not exist".formatted(taskRun)));
  }

  /** Which task runs have changed since they were last asked for. */
  private static final class Changed {
    private final Signal signal = new Signal();
    private Set<Integer> written = new TreeSet<>();
    private Set<Integer> removed = new TreeSet<>();

    synchronized void add(ExecutionChange change) {
      change.taskRuns().forEach(run -> written.add(run.sequence()));
      written.removeAll(change.removed());
      removed.addAll(change.removed());
      signal.raise();
    }

    synchronized List<Integer> takeWritten() {
      List<Integer> taken = List.copyOf(written);
      written = new TreeSet<>();
      return taken;
    }

    synchronized List<Integer> takeRemoved() {
      List<Integer> taken = List.copyOf(removed);
      removed = new TreeSet<>();
      return taken;
    }
  }

  /** What one client is told. */
  private final class Stream {
    private final ExecutionId id;
    private final EventWriter events;
    private final Changed changed = new Changed();

    Stream(ExecutionId id, EventWriter events) {
      this.id = id;
      this.events = events;
    }

    void send() throws IOException, InterruptedException {
      // watched before anything is read, so that no change falls in between
      try (var _ = live.subscribeChanges(id, changed::add)) {
        boolean over = sendAll();
        while (!over) {
          while (!changed.signal.await(events.heartbeat())) {
            events.sendHeartbeat();
          }
          over = sendChanges();
          changed.signal.pause(PAUSE);
        }
      }
    }

    private boolean sendAll() throws IOException {
      Optional<ExecutionRecord> found = store.findRecord(id);
      if (found.isEmpty()) {
        return true;
      }
      ExecutionRecord execution = found.get();
      events.send("start", new ChangesView(view(execution), execution.taskRunCount(), null, null));
      Map<Integer, ExecutionId> children = children();
      int last = -1;
      List<TaskRunRecord> piece;
      do {
        piece = store.taskRuns(id, last, RUNS_AT_ONCE);
        if (!piece.isEmpty()) {
          last = piece.getLast().sequence();
          events.send("runs", ChangesView.of(runs(piece, children)));
        }
      } while (piece.size() == RUNS_AT_ONCE);
      if (execution.over()) {
        events.send("end", new ChangesView(view(execution), null, null, null));
      }
      return execution.over();
    }

    /** Whether that was the end. */
    private boolean sendChanges() throws IOException {
      List<Integer> written = changed.takeWritten();
      List<Integer> removed = changed.takeRemoved();
      Optional<ExecutionRecord> found = store.findRecord(id);
      if (found.isEmpty()) {
        return true;
      }
      Map<Integer, ExecutionId> children = written.isEmpty() ? Map.of() : children();
      List<Run> runs = List.of();
      for (int from = 0; from < written.size(); from += RUNS_AT_ONCE) {
        if (!runs.isEmpty()) {
          events.send("runs", ChangesView.of(runs));
        }
        List<Integer> piece = written.subList(from, Math.min(from + RUNS_AT_ONCE, written.size()));
        runs = runs(store.taskRuns(id, piece), children);
      }
      boolean over = found.get().over();
      events.send(
          over ? "end" : "progress",
          new ChangesView(
              view(found.get()),
              null,
              runs.isEmpty() ? null : runs,
              removed.isEmpty()
                  ? null
                  : removed.stream().map(sequence -> Ids.taskRun(id, sequence)).toList()));
      return over;
    }

    private ExecutionView view(ExecutionRecord execution) {
      return ExecutionView.of(new StoredExecution(execution, List.of()), clock.instant());
    }

    private static List<Run> runs(List<TaskRunRecord> records, Map<Integer, ExecutionId> children) {
      var runs = new ArrayList<Run>(records.size());
      for (TaskRunRecord record : records) {
        runs.add(Run.of(record, children.get(record.sequence())));
      }
      return runs;
    }

    /** Executions that task runs have started, one each; those of batches are too many to tell. */
    private Map<Integer, ExecutionId> children() {
      var children = new HashMap<Integer, ExecutionId>();
      var called =
          List.of(Filter.of(ExecutionField.TRIGGER_EXECUTION_ID, Operator.EQUALS, id.value()));
      for (ExecutionRecord child : store.list(called, Optional.empty(), MAX_CHILDREN)) {
        Caller caller = child.caller();
        if (caller != null && caller.iteration() == null) {
          children.put(caller.taskRun(), child.id());
        }
      }
      return children;
    }
  }
}
