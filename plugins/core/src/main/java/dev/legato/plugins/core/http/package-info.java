/** Tasks that call other servers. Start at {@link dev.legato.plugins.core.http.Request}. */
@NullMarked
package dev.legato.plugins.core.http;

import org.jspecify.annotations.NullMarked;
