/**
 * Runs the real engine and the real shard loop in virtual time, with everything round them
 * simulated and failing on purpose; the same seed gives the same run. Start at {@link
 * dev.legato.testkit.simulation.Simulation}.
 */
@NullMarked
package dev.legato.testkit.simulation;

import org.jspecify.annotations.NullMarked;
