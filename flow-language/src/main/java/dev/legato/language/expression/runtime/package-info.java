/**
 * What filters, functions and the evaluator share: JSON values, the {@link
 * dev.legato.language.expression.runtime.Budget} and the way a function is called.
 */
@NullMarked
package dev.legato.language.expression.runtime;

import org.jspecify.annotations.NullMarked;
