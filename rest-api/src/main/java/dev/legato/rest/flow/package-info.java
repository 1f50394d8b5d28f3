/** Flows as clients see and change them. Start reading at {@link FlowResource}. */
@NullMarked
package dev.legato.rest.flow;

import org.jspecify.annotations.NullMarked;
