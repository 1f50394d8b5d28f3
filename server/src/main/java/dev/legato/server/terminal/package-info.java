/** What {@code legato run} shows. Start at {@link RunView}. */
@NullMarked
package dev.legato.server.terminal;

import org.jspecify.annotations.NullMarked;
