package dev.legato.rest.execution;

import dev.legato.orchestrator.Orchestrator;
import dev.legato.orchestrator.execution.Executions;
import dev.legato.orchestrator.flow.Flows;
import dev.legato.rest.http.Json;
import dev.legato.storage.ExecutionStore;
import dev.legato.storage.file.FileStore;
import java.net.URI;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What the resource of executions works with.
 *
 * @param site address of the pages for people; absent when unknown
 */
public record ExecutionPorts(
    Flows flows,
    Executions executions,
    Orchestrator orchestrator,
    ExecutionStore store,
    FileStore files,
    Json json,
    InstantSource clock,
    @Nullable URI site) {}
