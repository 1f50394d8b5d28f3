/** Tasks on files of Parquet. */
@NullMarked
package dev.legato.plugins.serdes.parquet;

import org.jspecify.annotations.NullMarked;
