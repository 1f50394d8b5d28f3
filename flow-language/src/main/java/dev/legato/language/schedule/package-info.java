/**
 * The arithmetic of time for triggers. Start at {@link dev.legato.language.schedule.Timetable}.
 *
 * <p>Nothing here reads a clock: the time is always given.
 */
@NullMarked
package dev.legato.language.schedule;

import org.jspecify.annotations.NullMarked;
