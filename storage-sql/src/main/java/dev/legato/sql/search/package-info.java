/**
 * Turns filters and sort orders into constant SQL and bound values. Start at {@link
 * dev.legato.sql.search.Search}.
 */
@NullMarked
package dev.legato.sql.search;

import org.jspecify.annotations.NullMarked;
