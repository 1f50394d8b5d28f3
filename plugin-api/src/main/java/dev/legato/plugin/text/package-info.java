/** Texts of strangers, read with care. Start at {@link WatchedText}. */
@NullMarked
package dev.legato.plugin.text;

import org.jspecify.annotations.NullMarked;
