/**
 * The functions of the expression language; the front door is {@link
 * dev.legato.language.expression.function.BuiltInFunctions}.
 */
@NullMarked
package dev.legato.language.expression.function;

import org.jspecify.annotations.NullMarked;
