package dev.legato.rest.mcp;

import dev.legato.orchestrator.trigger.Tools;
import dev.legato.rest.execution.ToolRuns;
import dev.legato.rest.http.Json;
import dev.legato.storage.LogStore;
import java.util.random.RandomGenerator;

/**
 * What MCP clients are served from.
 *
 * @param version of the program
 * @param random must be cryptographically strong
 */
public record McpPorts(
    Tools tools, ToolRuns runs, LogStore logs, Json json, String version, RandomGenerator random) {}
