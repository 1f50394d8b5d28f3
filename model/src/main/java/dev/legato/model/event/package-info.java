/** What has happened in an execution. Start at {@link Event}. */
@NullMarked
package dev.legato.model.event;

import org.jspecify.annotations.NullMarked;
