/**
 * What tasks that convert files have in common. Start at {@link
 * dev.legato.plugins.serdes.conversion.Conversion}.
 */
@NullMarked
package dev.legato.plugins.serdes.conversion;

import org.jspecify.annotations.NullMarked;
