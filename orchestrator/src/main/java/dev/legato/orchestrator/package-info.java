/**
 * The shell round the engine: it keeps flows, owns executions, waits for instants and tells those
 * who watch. Start at {@link dev.legato.orchestrator.Orchestrator}.
 */
@NullMarked
package dev.legato.orchestrator;

import org.jspecify.annotations.NullMarked;
