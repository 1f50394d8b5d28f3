package dev.legato.model.execution;

import dev.legato.model.flow.FlowId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The task run that started an execution as a subflow.
 *
 * @param attempt of the task run
 * @param iteration which of the task run's batches it works on; absent for a single subflow
 * @param flows of all callers, outermost first; the last one is the calling flow
 */
public record Caller(
    ExecutionId execution,
    int taskRun,
    int attempt,
    @Nullable Integer iteration,
    List<FlowId> flows) {}
