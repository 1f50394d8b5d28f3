/** The only place where everything is put together. Start at {@link Application}. */
@NullMarked
package dev.legato.server;

import org.jspecify.annotations.NullMarked;
