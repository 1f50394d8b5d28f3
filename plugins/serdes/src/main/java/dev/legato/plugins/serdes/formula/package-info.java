/**
 * The small expression language of transforms: paths into records, arithmetic, comparisons and a
 * few functions. Start at {@link dev.legato.plugins.serdes.formula.Formula}.
 */
@NullMarked
package dev.legato.plugins.serdes.formula;

import org.jspecify.annotations.NullMarked;
