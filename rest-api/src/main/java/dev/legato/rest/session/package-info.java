/** Signing in and out in a browser. Start reading at {@link SessionRoutes}. */
@NullMarked
package dev.legato.rest.session;

import org.jspecify.annotations.NullMarked;
