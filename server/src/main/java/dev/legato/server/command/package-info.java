/** What people type: one class for each command. Start at {@link LegatoCommand}. */
@NullMarked
package dev.legato.server.command;

import org.jspecify.annotations.NullMarked;
