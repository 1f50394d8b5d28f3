/**
 * Who may run when a flow limits how many of its executions run at once. Start at {@link
 * dev.legato.orchestrator.limit.Slots}.
 */
@NullMarked
package dev.legato.orchestrator.limit;

import org.jspecify.annotations.NullMarked;
