/** What people and clients do with executions. Start at {@link Executions}. */
@NullMarked
package dev.legato.orchestrator.execution;

import org.jspecify.annotations.NullMarked;
