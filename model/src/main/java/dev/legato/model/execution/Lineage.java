package dev.legato.model.execution;

import org.jspecify.annotations.Nullable;

/**
 * Where an execution comes from.
 *
 * @param originalId first of a chain of replays
 * @param parentId the execution that it was made from; absent for the first of a chain
 * @param attemptNumber counts from 1 along the chain
 */
public record Lineage(ExecutionId originalId, @Nullable ExecutionId parentId, int attemptNumber) {}
