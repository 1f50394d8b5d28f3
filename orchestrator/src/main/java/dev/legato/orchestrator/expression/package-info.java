/**
 * The functions of the expression language that need files, values, secrets, logs or the network.
 * Start at {@link dev.legato.orchestrator.expression.OutsideFunctions}.
 *
 * <p>They serve every place that renders: workers, the engine's questions and people who try an
 * expression. All of them wait, so none is ever called on a thread that decides executions.
 */
@NullMarked
package dev.legato.orchestrator.expression;

import org.jspecify.annotations.NullMarked;
