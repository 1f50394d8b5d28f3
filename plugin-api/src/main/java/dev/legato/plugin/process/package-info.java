/** What there is to say about programs that tasks run. Start at {@link Program}. */
@NullMarked
package dev.legato.plugin.process;

import org.jspecify.annotations.NullMarked;
