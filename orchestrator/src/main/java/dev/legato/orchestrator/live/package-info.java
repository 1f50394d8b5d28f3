/** Tells those who watch that something changed. Start at {@link LiveFeed}. */
@NullMarked
package dev.legato.orchestrator.live;

import org.jspecify.annotations.NullMarked;
