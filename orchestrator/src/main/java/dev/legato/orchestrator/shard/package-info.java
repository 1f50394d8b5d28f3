/**
 * The loop that owns executions: take commands, decide, commit once, then act. Start at {@link
 * dev.legato.orchestrator.shard.Shard}.
 */
@NullMarked
package dev.legato.orchestrator.shard;

import org.jspecify.annotations.NullMarked;
