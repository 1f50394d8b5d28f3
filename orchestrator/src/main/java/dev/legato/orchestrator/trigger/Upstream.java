package dev.legato.orchestrator.trigger;

import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.execution.StatusHistory;
import dev.legato.model.execution.StatusHistory.Entry;
import dev.legato.model.execution.StoredExecution;
import dev.legato.model.flow.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An execution that has changed, as Flow triggers see it.
 *
 * @param stored as it was when it had just changed; without task runs unless somebody asks for them
 * @param step how many entries its history had
 */
record Upstream(StoredExecution stored, int step) {
  /** How many executions in a row may start each other. */
  static final int LONGEST_CHAIN = 1_000;

  private static final String CHAIN = "chainLength";

  /** The execution as it was after a step of its history, whatever has become of it since. */
  static Upstream at(StoredExecution stored, int step) {
    ExecutionRecord execution = stored.execution();
    List<Entry<ExecutionStatus>> history = execution.history().entries();
    if (step >= history.size()) {
      return new Upstream(stored, step);
    }
    var earlier = execution.change().history(StatusHistory.of(history.subList(0, step)));
    if (!history.get(step - 1).status().isTerminal()) {
      earlier = earlier.outputs(null);
    }
    return new Upstream(new StoredExecution(earlier.build(), stored.taskRuns()), step);
  }

  ExecutionRecord execution() {
    return stored.execution();
  }

  Map<String, @Nullable Object> outputs() {
    Map<String, @Nullable Object> outputs = execution().outputs();
    return outputs == null ? Map.of() : outputs;
  }

  /** How many executions have started each other up to this one, without the first. */
  int chainLength() {
    var origin = execution().origin();
    return origin != null && origin.variables().get(CHAIN) instanceof Number number
        ? number.intValue()
        : 0;
  }

  /**
   * The variable {@code trigger} of an execution that this one starts.
   *
   * @param outputs that it sees
   */
  Map<String, @Nullable Object> variables(Map<String, @Nullable Object> outputs) {
    Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    variables.put("executionId", execution().id().value());
    variables.put("namespace", execution().flow().namespace());
    variables.put("flowId", execution().flow().id());
    variables.put("flowRevision", execution().revision());
    variables.put("state", execution().status().name());
    variables.put("outputs", outputs);
    variables.put(CHAIN, chainLength() + 1);
    return variables;
  }

  /** What {@code when} of a dependency sees besides. */
  Map<String, @Nullable Object> facts() {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>();
    facts.put("namespace", execution().flow().namespace());
    facts.put("flowId", execution().flow().id());
    facts.put("state", execution().status().name());
    Map<String, Object> labels = new LinkedHashMap<>();
    for (Label label : execution().labels()) {
      labels.put(label.key(), label.value());
    }
    facts.put("labels", labels);
    facts.put("outputs", outputs());
    facts.put(
        "hasRetryAttempt", stored.taskRuns().stream().anyMatch(run -> run.attempts().size() > 1));
    return facts;
  }
}
