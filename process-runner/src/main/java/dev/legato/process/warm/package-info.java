/** Interpreters that have started before a script comes, and run it at once. */
@NullMarked
package dev.legato.process.warm;

import org.jspecify.annotations.NullMarked;
