package dev.legato.orchestrator.live;

import dev.legato.model.execution.ExecutionId;
import dev.legato.storage.CommitBatch.ExecutionChange;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Tells watchers that an execution or its log has changed, after the change became durable. It says
 * that, not what: watchers read what they show from the store, so none can miss or repeat a change.
 */
public final class LiveFeed {
  private final ConcurrentHashMap<ExecutionId, List<Watcher>> executions =
      new ConcurrentHashMap<>();
  private final ConcurrentHashMap<ExecutionId, List<Watcher>> logs = new ConcurrentHashMap<>();
  private final ConcurrentHashMap<ExecutionId, List<ChangeWatcher>> changes =
      new ConcurrentHashMap<>();

  /** One subscription; equal to itself only, because the same action may be subscribed twice. */
  private static final class Watcher {
    private final Runnable onChange;

    Watcher(Runnable onChange) {
      this.onChange = onChange;
    }

    void tell() {
      onChange.run();
    }
  }

  /** One subscription of changes; equal to itself only. */
  private static final class ChangeWatcher {
    private final Consumer<ExecutionChange> onChange;

    ChangeWatcher(Consumer<ExecutionChange> onChange) {
      this.onChange = onChange;
    }

    void tell(ExecutionChange change) {
      onChange.accept(change);
    }
  }

  /** Ends a subscription. */
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Watches an execution.
   *
   * @param onChange called after each change, from any thread; must be quick
   */
  public Subscription subscribe(ExecutionId execution, Runnable onChange) {
    return subscribe(executions, execution, onChange);
  }

  /**
   * Watches the log of an execution.
   *
   * @param onLines called after new lines, from any thread; must be quick
   */
  public Subscription subscribeLogs(ExecutionId execution, Runnable onLines) {
    return subscribe(logs, execution, onLines);
  }

  /**
   * Watches an execution, for those who want to know which task runs have changed.
   *
   * @param onChange called after each change, from any thread; must be quick
   */
  public Subscription subscribeChanges(ExecutionId execution, Consumer<ExecutionChange> onChange) {
    var own = new ChangeWatcher(onChange);
    changes.merge(execution, List.of(own), LiveFeed::concat);
    return () ->
        changes.computeIfPresent(
            execution,
            (_, present) -> {
              List<ChangeWatcher> left =
                  present.stream().filter(other -> !other.equals(own)).toList();
              return left.isEmpty() ? null : left;
            });
  }

  /** To be called once a change is durable. */
  public void written(ExecutionChange change) {
    if (!changes.isEmpty()) {
      changes.getOrDefault(change.id(), List.of()).forEach(watcher -> watcher.tell(change));
    }
  }

  /** To be called once a change is durable. */
  public void executionChanged(ExecutionId execution) {
    executions.getOrDefault(execution, List.of()).forEach(Watcher::tell);
  }

  /** To be called once lines are durable. */
  public void logsWritten(Collection<ExecutionId> written) {
    if (!logs.isEmpty()) {
      written.forEach(execution -> logs.getOrDefault(execution, List.of()).forEach(Watcher::tell));
    }
  }

  private static Subscription subscribe(
      ConcurrentHashMap<ExecutionId, List<Watcher>> watchers,
      ExecutionId execution,
      Runnable onChange) {
    var own = new Watcher(onChange);
    watchers.merge(execution, List.of(own), LiveFeed::concat);
    return () ->
        watchers.computeIfPresent(
            execution,
            (_, present) -> {
              List<Watcher> left = present.stream().filter(other -> !other.equals(own)).toList();
              return left.isEmpty() ? null : left;
            });
  }

  private static <W> List<W> concat(List<W> first, List<W> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
