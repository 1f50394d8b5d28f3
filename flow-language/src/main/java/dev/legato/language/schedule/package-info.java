/**
 * The arithmetic of time for triggers. Start at {@link dev.legato.language.schedule.Timetable}.
 *
 * <p>Nothing here reads a clock: the time is always given. A timetable says when something fires,
 * by a cron expression or a list of dates; {@code MissedDates} and {@code Turn} decide what a
 * trigger fires next when dates were missed; {@code DateSearch} passes over dates on which
 * conditions do not hold; {@code TimeWindow} says in which time several executions belong together.
 */
@NullMarked
package dev.legato.language.schedule;

import org.jspecify.annotations.NullMarked;
