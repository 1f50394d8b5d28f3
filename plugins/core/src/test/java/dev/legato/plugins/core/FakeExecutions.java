package dev.legato.plugins.core;

import dev.legato.plugin.Executions;
import dev.legato.plugin.TaskFailure;
import dev.legato.plugin.execution.CountQuery;
import dev.legato.plugin.execution.ExecutionPurge;
import dev.legato.plugin.execution.FlowCount;
import dev.legato.plugin.execution.FlowName;
import dev.legato.plugin.execution.PurgedExecutions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Executions that a test makes up. */
public final class FakeExecutions implements Executions {
  public final Map<FlowName, Long> counts = new HashMap<>();
  public final Map<String, FlowName> flows = new HashMap<>();
  public final Map<String, Map<String, @Nullable Object>> resumed = new HashMap<>();
  public CountQuery counted;
  public ExecutionPurge purged;

  @Override
  public List<FlowCount> count(CountQuery query) {
    counted = query;
    return query.flows().stream()
        .map(flow -> new FlowCount(flow, counts.getOrDefault(flow, 0L)))
        .toList();
  }

  @Override
  public void resume(String executionId, Map<String, @Nullable Object> inputs) throws TaskFailure {
    resumed.put(executionId, inputs);
  }

  @Override
  public Optional<FlowName> flowOf(String executionId) {
    return Optional.ofNullable(flows.get(executionId));
  }

  @Override
  public PurgedExecutions purge(ExecutionPurge purge) {
    purged = purge;
    return new PurgedExecutions(1, 2, 3, 4);
  }
}
