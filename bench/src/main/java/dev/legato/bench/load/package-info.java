/** Puts a server under load and watches it. Start at {@link OpenLoop}. */
@NullMarked
package dev.legato.bench.load;

import org.jspecify.annotations.NullMarked;
