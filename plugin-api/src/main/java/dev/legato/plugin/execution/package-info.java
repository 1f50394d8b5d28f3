/** What tasks say and hear about executions. Start at {@link CountQuery}. */
@NullMarked
package dev.legato.plugin.execution;

import org.jspecify.annotations.NullMarked;
