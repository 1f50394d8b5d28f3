/**
 * Reads and writes what filters and functions exchange as text: JSON, YAML, Ion, dates and regular
 * expressions.
 */
@NullMarked
package dev.legato.language.expression.format;

import org.jspecify.annotations.NullMarked;
