/**
 * Public holidays, for expressions and for conditions of triggers; the front door is {@link
 * dev.legato.language.calendar.PublicHolidays}.
 */
@NullMarked
package dev.legato.language.calendar;

import org.jspecify.annotations.NullMarked;
