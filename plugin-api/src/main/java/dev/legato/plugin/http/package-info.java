/** Calls over HTTP. Start at {@link HttpClient}. */
@NullMarked
package dev.legato.plugin.http;

import org.jspecify.annotations.NullMarked;
