/** Removes by itself what nobody will ask for again. Start at {@link Cleaning}. */
@NullMarked
package dev.legato.server.cleaning;

import org.jspecify.annotations.NullMarked;
