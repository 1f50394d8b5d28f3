/** What an execution can be asked to do. Start at {@link Command}. */
@NullMarked
package dev.legato.model.command;

import org.jspecify.annotations.NullMarked;
