/**
 * Parquet. Start at {@link dev.legato.data.parquet.ParquetRowReader} and {@link
 * dev.legato.data.parquet.ParquetRowWriter}.
 */
@NullMarked
package dev.legato.data.parquet;

import org.jspecify.annotations.NullMarked;
