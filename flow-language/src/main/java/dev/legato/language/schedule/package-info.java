/**
 * Times as flows write them. Start at {@link dev.legato.language.schedule.CronSyntax}.
 *
 * <p>The library that reads cron expressions is known to this package only.
 */
@NullMarked
package dev.legato.language.schedule;

import org.jspecify.annotations.NullMarked;
