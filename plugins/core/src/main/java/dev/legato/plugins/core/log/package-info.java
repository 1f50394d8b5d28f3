/** Tasks about the log of an execution. Start at {@link dev.legato.plugins.core.log.Log}. */
@NullMarked
package dev.legato.plugins.core.log;

import org.jspecify.annotations.NullMarked;
