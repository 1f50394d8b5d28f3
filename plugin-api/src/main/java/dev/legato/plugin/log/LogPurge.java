package dev.legato.plugin.log;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which lines to remove.
 *
 * @param namespace with all below it; absent for all
 * @param flowId absent for all
 * @param levels only these; any when empty
 * @param after that instant or later; absent for any time
 * @param before that instant
 */
public record LogPurge(
    @Nullable String namespace,
    @Nullable String flowId,
    List<String> levels,
    @Nullable Instant after,
    Instant before) {}
