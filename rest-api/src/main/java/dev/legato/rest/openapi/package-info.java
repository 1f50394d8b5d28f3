/**
 * Describes the routes as an OpenAPI document. Start reading at {@link OpenApiDocument}.
 *
 * <p>Everything comes from the table of routes and from the records that they read and write; there
 * is nothing to keep up to date by hand.
 */
@NullMarked
package dev.legato.rest.openapi;

import org.jspecify.annotations.NullMarked;
