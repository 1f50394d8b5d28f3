/**
 * All that the author of a task compiles against. Start at {@link dev.legato.plugin.Task}.
 *
 * <p>Nothing of the server is visible from here, so that a plugin keeps working when the server
 * changes.
 */
@NullMarked
package dev.legato.plugin;

import org.jspecify.annotations.NullMarked;
