/**
 * Who may talk to this server: host names, origins, credentials. Start reading at {@link
 * BasicAuth}. Knows nothing of routes.
 */
@NullMarked
package dev.legato.rest.security;

import org.jspecify.annotations.NullMarked;
