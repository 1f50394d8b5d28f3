/**
 * Values that callers give to flows and that flows hand back, made to fit their declarations. Start
 * at {@link dev.legato.language.input.InputReader}.
 */
@NullMarked
package dev.legato.language.input;

import org.jspecify.annotations.NullMarked;
