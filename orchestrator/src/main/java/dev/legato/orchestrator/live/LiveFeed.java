package dev.legato.orchestrator.live;

import dev.legato.model.execution.ExecutionId;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Tells watchers that an execution or its log has changed, after the change became durable. It says
 * that, not what: watchers read what they show from the store, so none can miss or repeat a change.
 */
public final class LiveFeed {
  private final ConcurrentHashMap<ExecutionId, List<Runnable>> executions =
      new ConcurrentHashMap<>();
  private final ConcurrentHashMap<ExecutionId, List<Runnable>> logs = new ConcurrentHashMap<>();

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

  /** To be called once a change is durable. */
  public void executionChanged(ExecutionId execution) {
    executions.getOrDefault(execution, List.of()).forEach(Runnable::run);
  }

  /** To be called once lines are durable. */
  public void logsWritten(Collection<ExecutionId> written) {
    if (!logs.isEmpty()) {
      written.forEach(execution -> logs.getOrDefault(execution, List.of()).forEach(Runnable::run));
    }
  }

  private static Subscription subscribe(
      ConcurrentHashMap<ExecutionId, List<Runnable>> watchers,
      ExecutionId execution,
      Runnable watcher) {
    // identity, because equal lambdas may come twice
    Runnable own = watcher::run;
    watchers.merge(execution, List.of(own), LiveFeed::concat);
    return () ->
        watchers.computeIfPresent(
            execution,
            (_, present) -> {
              List<Runnable> left = present.stream().filter(other -> other != own).toList();
              return left.isEmpty() ? null : left;
            });
  }

  private static List<Runnable> concat(List<Runnable> first, List<Runnable> second) {
    return Stream.concat(first.stream(), second.stream()).toList();
  }
}
