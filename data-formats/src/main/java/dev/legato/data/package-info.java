/**
 * Rows of data, whatever the format of their file. Start at {@link dev.legato.data.RowReader}.
 *
 * <p>A row is a plain value: null, Boolean, Integer, Long, BigInteger, Double, BigDecimal, String,
 * {@code byte[]}, a date or time of {@code java.time}, or a {@code List} or {@code Map} of such
 * values in their order. Readers hold one row at a time and refuse, with the number of the row,
 * what would take more memory than {@link dev.legato.data.RowLimits} allows: a file may come from
 * anyone. Libraries are loaded when a file of their format is first opened.
 */
@NullMarked
package dev.legato.data;

import org.jspecify.annotations.NullMarked;
