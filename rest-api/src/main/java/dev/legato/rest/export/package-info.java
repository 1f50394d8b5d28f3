/** Answers that people keep as files: tables and archives. */
@NullMarked
package dev.legato.rest.export;

import org.jspecify.annotations.NullMarked;
