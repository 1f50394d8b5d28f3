/**
 * Ion, the format in which tasks hand rows to each other: text with a row on each line, or binary.
 * Start at {@link dev.legato.data.ion.IonRowReader} and {@link dev.legato.data.ion.IonRowWriter}.
 */
@NullMarked
package dev.legato.data.ion;

import org.jspecify.annotations.NullMarked;
