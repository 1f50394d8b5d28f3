/** Flows as graphs that can be drawn. Start reading at {@link GraphBuilder}. */
@NullMarked
package dev.legato.rest.graph;

import org.jspecify.annotations.NullMarked;
