package dev.legato.model.execution;

import dev.legato.model.flow.FlowId;
import dev.legato.model.flow.Label;
import dev.legato.model.plan.Step.CallStep;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at starting other executions and waiting for them. Carrying it out twice starts
 * nothing twice, because the ids of the executions follow from it.
 *
 * @param key names the attempt
 * @param starts when the attempts of the task run began, oldest first; the last one is this attempt
 * @param restarted whether the task run goes on after its execution had ended, so that executions
 *     which failed before are to be restarted
 * @param flows of all callers, outermost first; the last one is the flow of this execution
 * @param labels of the calling execution
 * @param kind of the calling execution, and so of those that it starts
 * @param variables what expressions of the step's properties see; see {@link Job}
 */
public record Call(
    Job.Key key,
    List<Instant> starts,
    FlowId flow,
    int revision,
    String taskRunId,
    CallStep step,
    boolean restarted,
    List<FlowId> flows,
    List<Label> labels,
    ExecutionKind kind,
    Map<String, @Nullable Object> variables) {}
