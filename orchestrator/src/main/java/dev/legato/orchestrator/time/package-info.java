/** Waits for instants on behalf of executions. Start at {@link Timers}. */
@NullMarked
package dev.legato.orchestrator.time;

import org.jspecify.annotations.NullMarked;
