/** Tasks on files of comma-separated values. */
@NullMarked
package dev.legato.plugins.serdes.csv;

import org.jspecify.annotations.NullMarked;
