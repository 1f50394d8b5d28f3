/** Tests of calls against real servers. Start at {@link dev.legato.http.GuardedHttpClientTest}. */
@NullMarked
package dev.legato.http;

import org.jspecify.annotations.NullMarked;
