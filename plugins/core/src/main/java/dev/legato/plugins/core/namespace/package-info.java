/** Tasks about files that the flows of a namespace share. */
@NullMarked
package dev.legato.plugins.core.namespace;

import org.jspecify.annotations.NullMarked;
