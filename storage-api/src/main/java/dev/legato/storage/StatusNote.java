package dev.legato.storage;

import dev.legato.model.execution.ExecutionId;
import dev.legato.model.execution.ExecutionStatus;
import dev.legato.model.flow.FlowId;
import java.time.Instant;

/**
 * Some trigger may wait for this: an execution has reached a status.
 *
 * @param step which entry of the execution's history it is, from 1
 */
public record StatusNote(
    ExecutionId execution, FlowId flow, int step, ExecutionStatus status, Instant at) {}
