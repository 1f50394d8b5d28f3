/**
 * Avro: schemas for rows, and container files. Start at {@link dev.legato.data.avro.AvroRowReader},
 * {@link dev.legato.data.avro.AvroRowWriter} and {@link dev.legato.data.avro.SchemaInference}.
 *
 * <p>Files are decoded here, by the library's schemas: the library's own decoder believes what a
 * file says of its sizes.
 */
@NullMarked
package dev.legato.data.avro;

import org.jspecify.annotations.NullMarked;
