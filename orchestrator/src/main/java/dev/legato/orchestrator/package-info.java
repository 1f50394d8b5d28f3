/** The shell round the engine: shards, timers, triggers and effects. */
@NullMarked
package dev.legato.orchestrator;

import org.jspecify.annotations.NullMarked;
