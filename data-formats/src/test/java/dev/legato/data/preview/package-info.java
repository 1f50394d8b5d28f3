/** Tests of previews. */
@NullMarked
package dev.legato.data.preview;

import org.jspecify.annotations.NullMarked;
