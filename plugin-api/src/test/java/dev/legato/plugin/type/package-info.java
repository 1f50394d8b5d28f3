/** Tests of the catalogue and of what it says about types. */
@NullMarked
package dev.legato.plugin.type;

import org.jspecify.annotations.NullMarked;
