/**
 * The storage ports on SQLite, with all migrations. Start at {@link dev.legato.sql.SqlStorage}.
 *
 * <p>One thread writes and groups what waits into one transaction; other threads read.
 */
@NullMarked
package dev.legato.sql;

import org.jspecify.annotations.NullMarked;
