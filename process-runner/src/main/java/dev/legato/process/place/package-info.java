/** What programs find where they run: variables, other programs, modules of ours. */
@NullMarked
package dev.legato.process.place;

import org.jspecify.annotations.NullMarked;
