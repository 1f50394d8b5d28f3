/** The resource of expressions that people try out. Start at {@link EvaluationRoutes}. */
@NullMarked
package dev.legato.rest.expression;

import org.jspecify.annotations.NullMarked;
