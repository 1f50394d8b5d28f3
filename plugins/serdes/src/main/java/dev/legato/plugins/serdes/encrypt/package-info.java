/** Tasks that encrypt files with a password, and decrypt them. */
@NullMarked
package dev.legato.plugins.serdes.encrypt;

import org.jspecify.annotations.NullMarked;
