/**
 * What starts executions without a person: triggers as their authors define them ({@link
 * dev.legato.model.trigger.Trigger}) and where each of them stands ({@link
 * dev.legato.model.trigger.TriggerState}).
 */
@NullMarked
package dev.legato.model.trigger;

import org.jspecify.annotations.NullMarked;
