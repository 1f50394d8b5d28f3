/** One task for a script and one for commands, for each language. */
@NullMarked
package dev.legato.plugins.scripts.language;

import org.jspecify.annotations.NullMarked;
