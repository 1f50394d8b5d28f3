/** Tests of what happens inside the compiler of a plugin. */
@NullMarked
package dev.legato.plugin.index;

import org.jspecify.annotations.NullMarked;
