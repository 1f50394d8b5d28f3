/**
 * How values become columns and come back unchanged. Start at {@link
 * dev.legato.sql.encoding.StoredText}.
 */
@NullMarked
package dev.legato.sql.encoding;

import org.jspecify.annotations.NullMarked;
