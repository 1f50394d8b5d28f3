/** Lines that tasks and the engine write for people. Start at {@link LogEntry}. */
@NullMarked
package dev.legato.model.log;

import org.jspecify.annotations.NullMarked;
