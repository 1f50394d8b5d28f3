/** Tasks that convert Markdown and HTML. */
@NullMarked
package dev.legato.plugins.serdes.markdown;

import org.jspecify.annotations.NullMarked;
