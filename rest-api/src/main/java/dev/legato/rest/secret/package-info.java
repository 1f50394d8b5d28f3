/** Secrets as clients set and list them; nobody reads one. Start at {@link SecretRoutes}. */
@NullMarked
package dev.legato.rest.secret;

import org.jspecify.annotations.NullMarked;
