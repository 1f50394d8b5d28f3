package dev.legato.engine;

import dev.legato.model.execution.ExecutionOrigin;
import dev.legato.model.execution.ExecutionRecord;
import dev.legato.model.execution.Ids;
import dev.legato.model.flow.Label;
import dev.legato.model.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that expressions see; see the reference page on expressions for their meaning. */
final class Scope {
  private Scope() {}

  /** For expressions of the flow itself, such as its outputs. */
  static Map<String, @Nullable Object> ofFlow(ExecutionState state) {
    ExecutionRecord header = state.header();
    Plan plan = state.plan();
    var variables = new HashMap<String, @Nullable Object>();
    variables.put("flow", flow(plan));
    variables.put("execution", state.describe());
    variables.put("inputs", header.inputs());
    variables.put("vars", plan.variables());
    variables.put("labels", labels(header.labels()));
    variables.put("outputs", StepView.outputs(state));
    variables.put("tasks", StepView.states(state));
    ExecutionOrigin origin = header.origin();
    if (origin != null) {
      variables.put("trigger", origin.variables());
    }
    return variables;
  }

  /** For expressions of a task. */
  static Map<String, @Nullable Object> ofTaskRun(ExecutionState state, TaskRun run) {
    Map<String, @Nullable Object> variables = ofFlow(state);
    variables.put("task", Map.of("id", run.step().id(), "type", run.step().header().type()));
    variables.put("taskrun", taskRun(state, run));
    List<Map<String, Object>> parents = parents(run);
    if (run.parent.run != null) {
      variables.put("parents", parents);
      if (!parents.isEmpty()) {
        variables.put("parent", parents.getFirst());
      }
    }
    return variables;
  }

  private static Map<String, Object> flow(Plan plan) {
    return Map.of(
        "id", plan.flow().id(),
        "namespace", plan.flow().namespace(),
        "revision", plan.revision());
  }

  private static Map<String, Object> taskRun(ExecutionState state, TaskRun run) {
    var variables = new HashMap<String, Object>();
    variables.put("id", Ids.taskRun(state.id(), run.sequence));
    variables.put("startDate", run.history.start().toString());
    variables.put("attemptsCount", endedAttempts(run));
    if (run.parent.run != null) {
      variables.put("parentId", Ids.taskRun(state.id(), run.parent.run.sequence));
    }
    if (run.value != null) {
      variables.put("value", run.value);
    }
    if (run.iteration != TaskRun.NO_ITERATION) {
      variables.put("iteration", run.iteration);
    }
    return variables;
  }

  private static int endedAttempts(TaskRun run) {
    return run.hasRunningAttempt() ? run.attempts.size() - 1 : run.attempts.size();
  }

  /** From the nearest group to the farthest; those that have nothing to tell are left out. */
  private static List<Map<String, Object>> parents(TaskRun run) {
    var parents = new ArrayList<Map<String, Object>>();
    for (TaskRun group = run.parent.run; group != null; group = group.parent.run) {
      var parent = new LinkedHashMap<String, Object>();
      if (group.value != null) {
        parent.put("taskrun", Map.of("value", group.value));
      }
      if (!group.outputs.isEmpty()) {
        parent.put("outputs", group.outputs);
      }
      if (!parent.isEmpty()) {
        parents.add(parent);
      }
    }
    return parents;
  }

  private static Map<String, Object> labels(List<Label> labels) {
    var byKey = new LinkedHashMap<String, Object>();
    var system = new LinkedHashMap<String, Object>();
    for (Label label : labels) {
      if (label.isSystem()) {
        system.putIfAbsent(label.key().substring(Label.SYSTEM_PREFIX.length()), label.value());
      } else {
        byKey.putIfAbsent(label.key(), label.value());
      }
    }
    if (!system.isEmpty()) {
      byKey.put("system", system);
    }
    return byKey;
  }
}
