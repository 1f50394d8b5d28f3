/** The storage ports on SQLite, with all migrations. */
@NullMarked
package dev.legato.sql;

import org.jspecify.annotations.NullMarked;
