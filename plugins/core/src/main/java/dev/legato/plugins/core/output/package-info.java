/** Tasks that produce outputs. Start at {@link dev.legato.plugins.core.output.OutputValues}. */
@NullMarked
package dev.legato.plugins.core.output;

import org.jspecify.annotations.NullMarked;
