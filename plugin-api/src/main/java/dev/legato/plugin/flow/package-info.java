/** What tasks say about flows. Start at {@link FlowRevisionPurge}. */
@NullMarked
package dev.legato.plugin.flow;

import org.jspecify.annotations.NullMarked;
