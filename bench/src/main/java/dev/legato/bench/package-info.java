/** The benchmark cases and their report. */
@NullMarked
package dev.legato.bench;

import org.jspecify.annotations.NullMarked;
