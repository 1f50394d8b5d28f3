package dev.legato.plugin.execution;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which executions to count.
 *
 * @param flows each by name
 * @param namespaces of which every flow is counted, too
 * @param states only these; any when empty
 * @param startedAfter that instant or later
 * @param startedBefore that instant; absent for now
 */
public record CountQuery(
    List<FlowName> flows,
    List<String> namespaces,
    List<String> states,
    Instant startedAfter,
    @Nullable Instant startedBefore) {}
