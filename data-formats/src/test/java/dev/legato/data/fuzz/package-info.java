/** Tests of readers on bytes that may be anything. */
@NullMarked
package dev.legato.data.fuzz;

import org.jspecify.annotations.NullMarked;
