/**
 * Tasks that steer the course of a flow and need a worker. Start at {@link
 * dev.legato.plugins.core.flow.Sleep}.
 */
@NullMarked
package dev.legato.plugins.core.flow;

import org.jspecify.annotations.NullMarked;
