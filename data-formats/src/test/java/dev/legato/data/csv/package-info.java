/** Tests of CSV. */
@NullMarked
package dev.legato.data.csv;

import org.jspecify.annotations.NullMarked;
