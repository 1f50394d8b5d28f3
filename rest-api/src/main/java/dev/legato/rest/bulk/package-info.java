/**
 * Actions on many things at once: which ones, what is wrong with some of them, how many were
 * changed. Start reading at {@link BulkReader}.
 */
@NullMarked
package dev.legato.rest.bulk;

import org.jspecify.annotations.NullMarked;
