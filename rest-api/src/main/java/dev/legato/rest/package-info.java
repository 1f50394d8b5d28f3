/**
 * Serves the HTTP interface. Start reading at {@link RestServer}; each resource has a package of
 * its own with the records that clients see.
 *
 * <p>Stored records never leave this module as they are, and no rule about flows or executions
 * lives here: handlers translate.
 */
@NullMarked
package dev.legato.rest;

import org.jspecify.annotations.NullMarked;
