/**
 * What the language itself offers, described in one place for the parser, the JSON Schema and the
 * reference pages. Start at {@link dev.legato.language.builtin.BuiltInTypes}.
 */
@NullMarked
package dev.legato.language.builtin;

import org.jspecify.annotations.NullMarked;
