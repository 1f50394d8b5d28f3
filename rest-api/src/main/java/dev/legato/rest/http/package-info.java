/**
 * Requests, answers and the table of routes; hides the HTTP server from the resources. Start
 * reading at {@link Route}, then {@link Gateway}.
 *
 * <p>Only {@link RouteTable} looks at paths, segment by segment. No code anywhere decides by the
 * beginning or the end of a path, because a flow may have any name.
 */
@NullMarked
package dev.legato.rest.http;

import org.jspecify.annotations.NullMarked;
