/**
 * Walks a parsed template and produces text or a JSON value; the front door is {@link
 * dev.legato.language.expression.evaluation.Evaluator}.
 */
@NullMarked
package dev.legato.language.expression.evaluation;

import org.jspecify.annotations.NullMarked;
