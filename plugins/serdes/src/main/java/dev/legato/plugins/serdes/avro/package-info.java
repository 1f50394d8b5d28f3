/** Tasks on files of Avro. */
@NullMarked
package dev.legato.plugins.serdes.avro;

import org.jspecify.annotations.NullMarked;
