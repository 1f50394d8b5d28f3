/**
 * Comma-separated values. Start at {@link dev.legato.data.csv.CsvRowReader} and {@link
 * dev.legato.data.csv.CsvRowWriter}.
 */
@NullMarked
package dev.legato.data.csv;

import org.jspecify.annotations.NullMarked;
