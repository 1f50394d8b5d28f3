/** Triggers that run a script every now and then. Start at {@link Watch}. */
@NullMarked
package dev.legato.plugins.scripts.trigger;

import org.jspecify.annotations.NullMarked;
