/** Tests of what keeps secrets hidden. */
@NullMarked
package dev.legato.language.secret;

import org.jspecify.annotations.NullMarked;
