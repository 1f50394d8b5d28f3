/**
 * Decides what happens next in an execution. Start reading at {@link dev.legato.engine.Engine}.
 *
 * <p>Pure: no clock, I/O, threads, randomness or logging. The caller passes the time and carries
 * out the effects, because a decision that cannot be made again cannot be trusted after a crash.
 */
@NullMarked
package dev.legato.engine;

import org.jspecify.annotations.NullMarked;
