package dev.legato.server.service;

import dev.legato.language.complaint.Complaint;
import dev.legato.language.flow.FlowParser;
import dev.legato.language.flow.TaskResult;
import dev.legato.model.plan.Step;
import dev.legato.model.plan.Step.TaskStep;
import dev.legato.plugin.TaskFailure;
import java.util.stream.Collectors;

/** Reads tasks that stand outside a flow. */
public final class SingleTask {
  private final FlowParser parser;

  public SingleTask(FlowParser parser) {
    this.parser = parser;
  }

  /**
   * A task that a worker can run.
   *
   * @throws TaskFailure with everything that is wrong with the text
   */
  public TaskStep read(String definition) throws TaskFailure {
    TaskResult result = parser.task(definition);
    String errors =
        result.complaints().stream()
            .filter(Complaint::isError)
            .map(Complaint::toString)
            .collect(Collectors.joining("; "));
    if (!errors.isEmpty()) {
      throw new TaskFailure("This is no valid task: " + errors);
    }
    Step step =
        result
            .step()
            .orElseThrow(() -> new TaskFailure("The task is disabled; remove 'disabled'."));
    if (step instanceof TaskStep task) {
      return task;
    }
    throw new TaskFailure(
        "A task of type '%s' steers the flow and cannot be run by another task; use one that does work."
            .formatted(step.header().type()));
  }
}
