/**
 * Tasks that cut lines of text into fields by named patterns. Start at {@link
 * dev.legato.plugins.serdes.grok.Grok}.
 */
@NullMarked
package dev.legato.plugins.serdes.grok;

import org.jspecify.annotations.NullMarked;
