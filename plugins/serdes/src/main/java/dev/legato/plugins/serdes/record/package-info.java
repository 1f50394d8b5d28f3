/** Tasks that make records of other records by formulas. */
@NullMarked
package dev.legato.plugins.serdes.record;

import org.jspecify.annotations.NullMarked;
