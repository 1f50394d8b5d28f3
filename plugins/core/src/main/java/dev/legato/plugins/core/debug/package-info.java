/** Tasks for trying out expressions. Start at {@link dev.legato.plugins.core.debug.Return}. */
@NullMarked
package dev.legato.plugins.core.debug;

import org.jspecify.annotations.NullMarked;
