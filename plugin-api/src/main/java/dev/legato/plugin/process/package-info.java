/**
 * Programs that tasks run beside the server. Start at {@link dev.legato.plugin.process.Programs}.
 */
@NullMarked
package dev.legato.plugin.process;

import org.jspecify.annotations.NullMarked;
