/**
 * Calls other servers, but none that flows should not reach. Start at {@link
 * dev.legato.http.GuardedHttpClient}.
 *
 * <p>Every connection passes one gate, {@link dev.legato.http.GuardedResolver}, which looks at the
 * very address that is connected to; nothing here decides by the name of a host.
 */
@NullMarked
package dev.legato.http;

import org.jspecify.annotations.NullMarked;
