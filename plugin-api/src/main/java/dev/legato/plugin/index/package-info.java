/**
 * Works inside the compiler of a plugin. Start at {@link
 * dev.legato.plugin.index.TypeIndexProcessor}.
 */
@NullMarked
package dev.legato.plugin.index;

import org.jspecify.annotations.NullMarked;
