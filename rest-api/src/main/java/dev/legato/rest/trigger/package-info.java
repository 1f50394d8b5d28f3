/**
 * Triggers as clients see and steer them: where they stand, switching them on and off, backfills.
 * Start reading at {@link TriggerRoutes}.
 */
@NullMarked
package dev.legato.rest.trigger;

import org.jspecify.annotations.NullMarked;
