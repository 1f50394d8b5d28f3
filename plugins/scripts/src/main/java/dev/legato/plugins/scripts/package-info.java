/** Tasks that run scripts in any language. */
@NullMarked
package dev.legato.plugins.scripts;

import org.jspecify.annotations.NullMarked;
