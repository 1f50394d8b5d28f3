/** Measures Legato on this machine. Start at {@link dev.legato.bench.Main}. */
@NullMarked
package dev.legato.bench;

import org.jspecify.annotations.NullMarked;
