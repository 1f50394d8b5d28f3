/** Passwords. Start at {@link Passwords}. */
@NullMarked
package dev.legato.server.security;

import org.jspecify.annotations.NullMarked;
