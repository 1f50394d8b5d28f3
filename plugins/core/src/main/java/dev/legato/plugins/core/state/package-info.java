/**
 * Tasks about the state of a flow between its executions. Start at {@link
 * dev.legato.plugins.core.state.Set}.
 */
@NullMarked
package dev.legato.plugins.core.state;

import org.jspecify.annotations.NullMarked;
