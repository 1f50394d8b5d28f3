/** Processes with all that they start: how they are begun, told apart, and ended. */
@NullMarked
package dev.legato.process.tree;

import org.jspecify.annotations.NullMarked;
