/**
 * The {@code jq} filter: jq 1.6 with bounded effort; the front door is {@link
 * dev.legato.language.expression.jq.Jq}.
 */
@NullMarked
package dev.legato.language.expression.jq;

import org.jspecify.annotations.NullMarked;
