/**
 * Renders the templates of a flow on JSON values; the front door is {@link
 * dev.legato.language.expression.Expressions}.
 */
@NullMarked
package dev.legato.language.expression;

import org.jspecify.annotations.NullMarked;
