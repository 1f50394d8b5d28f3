/** Tests of ION. */
@NullMarked
package dev.legato.data.ion;

import org.jspecify.annotations.NullMarked;
