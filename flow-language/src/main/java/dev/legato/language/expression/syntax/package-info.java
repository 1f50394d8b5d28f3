/**
 * Turns template text into the tree that is evaluated; the front door is {@link
 * dev.legato.language.expression.syntax.TemplateParser}.
 */
@NullMarked
package dev.legato.language.expression.syntax;

import org.jspecify.annotations.NullMarked;
