/**
 * What tasks and programs get in tests. Start at {@link dev.legato.testkit.task.RecordingContext}.
 */
@NullMarked
package dev.legato.testkit.task;

import org.jspecify.annotations.NullMarked;
