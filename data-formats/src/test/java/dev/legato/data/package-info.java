/** Tests of rows in general. */
@NullMarked
package dev.legato.data;

import org.jspecify.annotations.NullMarked;
