/**
 * Runs programs for tasks, reads what they write, and leaves none behind. Start at {@link
 * dev.legato.process.LocalPrograms}.
 */
@NullMarked
package dev.legato.process;

import org.jspecify.annotations.NullMarked;
