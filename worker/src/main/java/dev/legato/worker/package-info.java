/**
 * Runs attempts: renders their properties, runs plugin code on virtual threads and reports once.
 * Start at {@link dev.legato.worker.Worker}.
 *
 * <p>Knows nothing of the engine: a job comes in, a result goes out to the {@link
 * dev.legato.worker.AttemptListener}.
 */
@NullMarked
package dev.legato.worker;

import org.jspecify.annotations.NullMarked;
