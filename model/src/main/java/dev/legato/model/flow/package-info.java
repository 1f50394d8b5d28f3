/** The flow as its author wrote it, once read and checked. Start at {@link Flow}. */
@NullMarked
package dev.legato.model.flow;

import org.jspecify.annotations.NullMarked;
