/** Flows and their revisions. Start at {@link Flows}. */
@NullMarked
package dev.legato.orchestrator.flow;

import org.jspecify.annotations.NullMarked;
