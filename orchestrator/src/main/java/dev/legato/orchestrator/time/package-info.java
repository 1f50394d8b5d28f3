/** Waits for instants on behalf of executions and triggers. Start at {@link DueQueue}. */
@NullMarked
package dev.legato.orchestrator.time;

import org.jspecify.annotations.NullMarked;
